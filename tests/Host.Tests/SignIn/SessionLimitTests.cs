using Governance.Host.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Governance.Tests.Host.SignIn;

/// <summary>The two ends of a session: not used for so long, and so long after it began however it was used.</summary>
public sealed class SessionLimitTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData((10 * 3_600) - 1, false)]
    [InlineData(10 * 3_600, true)]
    [InlineData(100 * 3_600, true)]
    public void Session_AtItsLimit_IsOver(int secondsAfter, bool isOver)
    {
        DateTimeOffset begun = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            isOver,
            PageSignIn.IsOver(
                begun.ToUnixTimeSeconds(),
                begun.AddSeconds(secondsAfter),
                sessionHours: 10
            )
        );
    }

    [Fact]
    public void Session_ThatIsNotUsed_EndsByTheSettingAndLastsWithUse()
    {
        CookieAuthenticationOptions cookie = new();

        PageSignIn.Configure(cookie, new SignInOptions { IdleMinutes = 20 });

        Assert.Equal(TimeSpan.FromMinutes(20), cookie.ExpireTimeSpan);
        Assert.True(cookie.SlidingExpiration);
        Assert.True(cookie.Cookie.HttpOnly);
    }
}
