using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Governance.Tests.Host;

/// <summary>Who gets in: a token of ours, of somebody we know, in time, and nothing else.</summary>
public sealed class SignInTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData(
        "eyJhbGciOiJub25lIn0.eyJ0aWQiOiJyZWhlYXJzYWwtY291bmNpbCIsIm9pZCI6ImFkbWluaXN0cmF0b3IifQ."
    )]
    public async Task Token_NoneOrBad_Is401(string? token)
    {
        using HttpResponseMessage answer = await AskAsync(token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        await Task.FromResult(answer).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    [Fact]
    public async Task Token_SignedByAnotherKey_Is401()
    {
        string forged = Token("administrator", new byte[32], TimeSpan.FromHours(1));

        await AskAsync(forged).ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    [Fact]
    public async Task Token_OutOfTime_Is401_HoweverTheRehearsalClockIsSet()
    {
        await host.SetClockAsync("2001-01-01T00:00:00Z");

        await AskAsync(Token("scrutineer", Key(), TimeSpan.FromHours(-1)))
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    [Fact]
    public async Task Token_OfSomebodyWeDoNotKnow_Is403()
    {
        await AskAsync(Token("stranger", Key(), TimeSpan.FromHours(1)))
            .ProblemAsync(HttpStatusCode.Forbidden, "person.unknown");
    }

    [Fact]
    public async Task Token_InTheAddress_IsNotTaken()
    {
        string token = Token("scrutineer", Key(), TimeSpan.FromHours(1));

        await host
            .Client.GetAsync($"/api/me?access_token={token}")
            .ProblemAsync(HttpStatusCode.Unauthorized, "sign-in.needed");
    }

    private byte[] Key()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={host.DatabaseFile}"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"SigningKey\" FROM \"Rehearsal\"";
        return Convert.FromBase64String((string)command.ExecuteScalar()!);
    }

    private static string Token(string person, byte[] key, TimeSpan lasts)
    {
#pragma warning disable RS0030 // Tokens live on real time; so does this test of them.
        DateTime now = DateTime.UtcNow;
#pragma warning restore RS0030
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = "rehearsal",
                Audience = "rehearsal",
                NotBefore = now.AddHours(-2),
                IssuedAt = now.AddHours(-2),
                Expires = now + lasts,
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["tid"] = "rehearsal-elsewhere",
                    ["oid"] = person,
                    ["scp"] = "access_as_user",
                },
                SigningCredentials = new SigningCredentials(
                    new SymmetricSecurityKey(key),
                    SecurityAlgorithms.HmacSha256
                ),
            }
        );
    }

    private async Task<HttpResponseMessage> AskAsync(string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await host.Client.SendAsync(request);
    }
}
