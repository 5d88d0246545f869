namespace Governance.Tests.EndToEnd.Browser;

/// <content>
/// Without a mouse: by Tab from where they are to what says so, then Enter, letters and arrows. What cannot be come to in this way is
/// not there for them.
/// </content>
internal sealed partial class BrowserPerson
{
    private const int MostKeys = 600;

    /// <summary>What has the focus says of itself, as it is announced: its label, or its own words.</summary>
    private const string Said = """
        () => {
          const here = document.activeElement;
          if (!here || here === document.body) { return ''; }
          const words = here.labels && here.labels.length ? here.labels[0].textContent : here.getAttribute('aria-label') || here.textContent;
          return words.replace(/\s+/g, ' ').trim();
        }
        """;

    private const string Chosen =
        "() => document.activeElement.selectedOptions[0].textContent.trim()";

    /// <summary>Goes on by Tab until the focus is on what begins so.</summary>
    public Task TabToAsync(string name) => KeysUntilAsync("Tab", Said, name);

    /// <summary>Goes there and presses Enter; the next page is looked at.</summary>
    public async Task EnterAsync(string name)
    {
        await TabToAsync(name);
        await Page.Keyboard.PressAsync("Enter");
        await LookAsync(closely: true);
    }

    /// <summary>Goes to a field by its label and writes in the place of what stands there.</summary>
    public async Task WriteAsync(string label, string text)
    {
        await TabToAsync(label);
        await Page.Keyboard.PressAsync("ControlOrMeta+A");
        await Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a list by its label and down to the entry that begins so.</summary>
    public async Task PickAsync(string label, string option)
    {
        await TabToAsync(label);
        await Page.Keyboard.PressAsync("Home");
        if (!await SaysAsync(Chosen, option))
        {
            await KeysUntilAsync("ArrowDown", Chosen, option);
        }
    }

    /// <summary>Goes from an answer to the one below that begins so, in a group of which only one is given.</summary>
    public async Task AnswerAsync(string first, string answer)
    {
        await TabToAsync(first);
        await KeysUntilAsync("ArrowDown", Said, answer);
    }

    private async Task KeysUntilAsync(string key, string read, string wanted)
    {
        for (int pressed = 0; pressed < MostKeys; pressed++)
        {
            await Page.Keyboard.PressAsync(key);
            if (await SaysAsync(read, wanted))
            {
                return;
            }
        }

        throw new InvalidOperationException(
            $"{key} never came to ‘{wanted}’ on {Page.Url}: {await ReadAsync()}"
        );
    }

    private async Task<bool> SaysAsync(string read, string wanted) =>
        (await Page.EvaluateAsync<string>(read)).StartsWith(
            wanted,
            StringComparison.OrdinalIgnoreCase
        );
}
