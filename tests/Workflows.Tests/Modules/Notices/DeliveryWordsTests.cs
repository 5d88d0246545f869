using System.Reflection;
using System.Text.RegularExpressions;
using Governance.Modules.Notices;

namespace Governance.Tests.Workflows.Modules.Notices;

/// <summary>Nothing but what is allowed can leave the product: no text, no name, no number of a case.</summary>
public sealed partial class DeliveryWordsTests
{
    private static readonly Uri Site = new("https://governance.example.gov.uk/");
    private static readonly DateTime Due = new(2026, 12, 3, 17, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Message_ByWhateverMeans_CannotBeGivenAText()
    {
        Type[] allowed =
        [
            typeof(NoticeHappening),
            typeof(NoticeMatter),
            typeof(DateTime?),
            typeof(bool),
            typeof(NoticeMessage),
        ];
        const BindingFlags Declared =
            BindingFlags.Static
            | BindingFlags.Instance
            | BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly;
        foreach (
            MethodBase each in ((MethodBase[])typeof(NoticeMessage).GetMethods(Declared)).Concat(
                typeof(NoticeMessage).GetConstructors(Declared)
            )
        )
        {
            foreach (ParameterInfo parameter in each.GetParameters())
            {
                Assert.True(
                    allowed.Contains(parameter.ParameterType) || IsOfEveryRecord(each),
                    $"{each.Name} takes a {parameter.ParameterType.Name}"
                );
            }
        }
    }

    [Fact]
    public void Words_OfATemplate_TakeNoTextThatAnybodyWrote()
    {
        Type[] allowed =
        [
            typeof(NoticeHappening),
            typeof(NoticeMatter),
            typeof(DateTime?),
            typeof(Uri),
            typeof(DigestCounts),
            typeof(AddressKey),
        ];
        IEnumerable<ParameterInfo> taken = typeof(DeliveryWords)
            .GetMethods(BindingFlags.Static | BindingFlags.Public)
            .SelectMany(method => method.GetParameters());

        Assert.All(taken, parameter => Assert.Contains(parameter.ParameterType, allowed));
        Assert.All(
            typeof(DigestCounts).GetProperties(),
            property => Assert.Equal(typeof(int), property.PropertyType)
        );
        Assert.Null(AddressKey.Read("Somebody's name"));
    }

    /// <summary>Every other column is a number, a moment or a yes.</summary>
    [Fact]
    public void Delivery_AsStored_HasNoPlaceForATextOrAnAddress()
    {
        string[] texts =
        [
            .. typeof(Delivery)
                .GetProperties()
                .Concat(typeof(DeliveryAttempt).GetProperties())
                .Where(property => property.PropertyType == typeof(string))
                .Select(property => property.Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            [
                "Cause",
                "Channel",
                "ClaimedBy",
                "DeliveryId",
                "DigestId",
                "Id",
                "PartnershipId",
                "Recipient",
                "Result",
                "State",
                "Template",
            ],
            texts
        );
    }

    [Fact]
    public void Template_OfEachMessage_IsReadBackAndSaysItInPlainWords()
    {
        foreach (NoticeMessage message in SendingPlanTests.EveryMessage)
        {
            string template = DeliveryTemplate.Of(message);
            (NoticeHappening happening, NoticeMatter matter) = DeliveryTemplate
                .Read(template)!
                .Value;
            Assert.Equal((message.Happening, message.Matter), (happening, matter));
            Assert.Contains(template, DeliveryTemplate.All);

            DeliveryText text = DeliveryWords.OfNotice(happening, matter, Due, Site);
            IsPlain(text);
            Assert.Contains(
                "Thursday 3 December 2026 at 17:00",
                text.Body,
                StringComparison.Ordinal
            );
            Assert.Contains($"{Site}notices\n", text.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "due by",
                DeliveryWords.OfNotice(happening, matter, null, Site).Body,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(1, 0, "told 1 thing in", "Nothing is asked of you.")]
    [InlineData(4, 1, "told 4 things in", "1 of them concerns what")]
    [InlineData(4, 3, "told 4 things in", "3 of them concern what")]
    public void Digest_OfNumbers_SaysHowManyAndNotWhat(
        int notices,
        int byDuty,
        string told,
        string asked
    )
    {
        DeliveryText text = DeliveryWords.OfDigest(new DigestCounts(notices, byDuty), Due, Site);

        IsPlain(text);
        Assert.Contains(told, text.Body, StringComparison.Ordinal);
        Assert.Contains(asked, text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Proof_OfAnAddress_HoldsItsLinkAndNoMore()
    {
        AddressKey key = AddressKey.New();
        DeliveryText text = DeliveryWords.OfAddress(key, Site);

        IsPlain(text);
        Assert.Contains(
            $"{Site}notice-preferences/confirm?key={key.Value}",
            text.Body,
            StringComparison.Ordinal
        );
    }

    /// <summary>Short enough for a phone, sendable as it is, and with no placeholder left.</summary>
    private static void IsPlain(DeliveryText text)
    {
        Assert.InRange(text.Subject.Length, 5, 78);
        Assert.All(
            text.Subject + text.Body,
            sign => Assert.True(sign is '\n' or (>= ' ' and < '\u007f'))
        );
        Assert.DoesNotMatch(Placeholder(), text.Body);
        Assert.All(text.Body.Split('\n'), line => Assert.True(line.Length < 900));
    }

    private static bool IsOfEveryRecord(MethodBase method) =>
        method.Name is "Equals" or "PrintMembers" or "op_Equality" or "op_Inequality"
        || method.Name.StartsWith("set_", StringComparison.Ordinal);

    [GeneratedRegex("[{}\\[\\]]|\\(\\(", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
