using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.Escalation;

namespace Governance.Tests.Workflows.Modules.Escalation;

/// <summary>What looks personal is pointed out; what does not is left alone.</summary>
public sealed class PersonalDataTests
{
    private static readonly DateOnly Today = new(2027, 2, 3);

    /// <summary>Nine digits and the check digit that follows from them; those that have none are left out.</summary>
    private static readonly Gen<string> NhsNumbers = Gen.Choose(0, 999_999_999)
        .Select(nine => nine.ToString("D9", CultureInfo.InvariantCulture))
        .Select(nine => nine + CheckDigit(nine))
        .Where(number => number.Length == 10 && number.Distinct().Count() > 1);

    private static readonly Gen<string> Words = Gen.Elements(
        "We disagree.",
        "The threshold was not met, and",
        "stage 2 of 4",
        "see case EX-2027-0142",
        "tel 0151",
        "(urgent)",
        ""
    );

    [Fact]
    public void NhsNumber_WithItsCheckDigit_IsFoundWhereverAndHoweverItIsWritten() =>
        Prop.ForAll(
                (
                    from number in NhsNumbers
                    from before in Words
                    from after in Words
                    from between in Gen.Elements("", " ", "-")
                    select (number, before, after, between)
                ).ToArbitrary(),
                x =>
                    PersonalDataDetector
                        .Find(
                            $"{x.before} {x.number[..3]}{x.between}{x.number[3..6]}{x.between}{x.number[6..]} {x.after}",
                            Today
                        )
                        .Any(found => found.Kind == PersonalDataDetector.NhsNumber)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void TenDigits_WithAnotherCheckDigit_AreNoNhsNumber() =>
        Prop.ForAll(
                (
                    from number in NhsNumbers
                    from other in Gen.Choose(1, 9)
                    select number[..9] + (char)('0' + ((number[9] - '0' + other) % 10))
                ).ToArbitrary(),
                number => !PersonalDataDetector.IsNhsNumber(number)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Postcode_OfAnyForm_IsFound() =>
        Prop.ForAll(
                (
                    from outward in Gen.Elements("M1", "CH65", "SW1A", "L3", "E1W", "B33")
                    from digit in Gen.Choose(0, 9)
                    from one in Gen.Elements([.. "ABDEFGHJLNPQRSTUWXYZ"])
                    from two in Gen.Elements([.. "ABDEFGHJLNPQRSTUWXYZ"])
                    from space in Gen.Elements("", " ")
                    from lower in Gen.Elements(true, false)
                    from before in Words
                    select (
                        before,
                        lower
                            ? $"{outward}{space}{digit}{one}{two}".ToLowerInvariant()
                            : $"{outward}{space}{digit}{one}{two}"
                    )
                ).ToArbitrary(),
                x =>
                    PersonalDataDetector
                        .Find($"{x.before} {x.Item2}.", Today)
                        .Any(found =>
                            found.Kind == PersonalDataDetector.Postcode && found.Text == x.Item2
                        )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void DateOfBirth_OfAnybodyFromOneToEighteen_IsFoundInEachForm() =>
        Prop.ForAll(
                (
                    from days in Gen.Choose(366, (18 * 365) + 4)
                    from form in Gen.Elements(
                        "d/M/yyyy",
                        "dd-MM-yyyy",
                        "dd.MM.yy",
                        "yyyy-MM-dd",
                        "d MMMM yyyy",
                        "MMMM d, yyyy",
                        "d MMM yyyy"
                    )
                    select Today.AddDays(-days).ToString(form, CultureInfo.InvariantCulture)
                ).ToArbitrary(),
                date =>
                    PersonalDataDetector
                        .Find($"The child ({date}) was seen.", Today)
                        .Any(found => found.Kind == PersonalDataDetector.DateOfBirth)
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Found_TakenOut_IsNotFoundAgain() =>
        Prop.ForAll(
                (
                    from number in NhsNumbers
                    from before in Words
                    from after in Words
                    from name in Gen.Elements("Jacob", "Amelia Woods", "Muhammad", "Evie")
                    select $"{before} {number}, {name}, CH65 9ZZ, born 3/3/2019. {after}"
                ).ToArbitrary(),
                text =>
                {
                    string cleaned = text;
                    foreach (
                        PersonalData found in PersonalDataDetector
                            .Find(text, Today)
                            .OrderByDescending(each => each.Start)
                    )
                    {
                        cleaned = cleaned.Remove(found.Start, found.Text.Length);
                    }

                    return PersonalDataDetector.Find(cleaned, Today).Count == 0;
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("The boy is called Tristan.", "Tristan")]
    [InlineData("His mother Mrs Hale came; the baby Rowan-Lee did not.", "Rowan-Lee")]
    [InlineData("I spoke to Jacob about it.", "Jacob")]
    [InlineData("sibling of Amelia Woods", "Amelia Woods")]
    public void Name_AfterAnIntroducingWordOrACommonOne_IsFound(string text, string name) =>
        Assert.Contains(
            PersonalDataDetector.Find(text, Today),
            found => found.Kind == PersonalDataDetector.Name && found.Text == name
        );

    [Theory]
    [InlineData("Child Protection Plan ended; Child in Need since Monday.")]
    [InlineData(
        "The strategy meeting of 27 January 2027 came to no decision, nor that of 29/01/2027."
    )]
    [InlineData("Police and Social Care disagree on Stage 2, 5 working days, ref EX-2027-0142.")]
    [InlineData("Telephone 0151 496 0000; 48 hours or 2 working days.")]
    [InlineData("")]
    [InlineData(null)]
    public void Text_OfACaseWithoutAPerson_IsLeftAlone(string? text) =>
        Assert.Empty(PersonalDataDetector.Find(text, Today));

    [Fact]
    public void Checked_LetsThroughWhatOnlyLooksLikeIt_ButNeverAnNhsNumber()
    {
        Assert.Null(
            PersonalDataDetector.Check(Today, true, ("concern", "The boy is called Tristan."))
        );
        Assert.Equal(
            "escalation.looks-personal",
            PersonalDataDetector.Check(Today, true, ("concern", "943 476 5919"))?.Code
        );
    }

    private static string CheckDigit(string nine)
    {
        int sum = nine.Select((digit, place) => (digit - '0') * (10 - place)).Sum();
        int check = 11 - (sum % 11);
        return check == 11 ? "0" : check.ToString(CultureInfo.InvariantCulture);
    }
}
