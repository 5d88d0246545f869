using System.Text.Json;
using Governance.Contracts;

namespace Governance.Tests.Workflows.Modules.Partnerships;

public sealed class InterestSubjectTests
{
    [Theory]
    [InlineData("""{"subject":{"type":"policy","id":"p1"}}""", "policy", "p1")]
    [InlineData("""{"subject":"p1"}""", null, "p1")]
    [InlineData("""{"subject":{"id":"p1"}}""", null, "p1")]
    public void Subject_OnTheWire_IsAnObjectOrAnId(string json, string? type, string id)
    {
        DeclareInterestBody body = JsonSerializer.Deserialize<DeclareInterestBody>(
            json,
            JsonSerializerOptions.Web
        )!;

        Assert.Equal(new InterestSubject(type, id), body.Subject);
    }

    [Fact]
    public void Subject_WrittenAndReadBack_IsTheSame()
    {
        InterestAnswer answer = new(
            "i1",
            "northshire",
            new InterestSubject("policy", "p1"),
            new DateOnly(2027, 2, 3),
            null
        );

        string json = JsonSerializer.Serialize(answer, JsonSerializerOptions.Web);

        Assert.Contains("\"subject\":{\"type\":\"policy\",\"id\":\"p1\"}", json);
        Assert.Equal(
            answer,
            JsonSerializer.Deserialize<InterestAnswer>(json, JsonSerializerOptions.Web)
        );
    }

    [Theory]
    [InlineData("""{"subject":7}""")]
    [InlineData("""{"subject":["p1"]}""")]
    [InlineData("""{"subject":{"id":7}}""")]
    public void Subject_OfAnotherShape_IsUnreadable(string json) =>
        Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize<DeclareInterestBody>(json, JsonSerializerOptions.Web)
        );
}
