using System.Text.RegularExpressions;

namespace Governance.Modules.Escalation;

/// <summary>
/// What looks like somebody's name: a capital letter after a word that introduces a person ("called", "the boy"), or a given name that
/// is hardly anything else. It errs both ways; the raiser looks.
/// </summary>
internal static partial class NameFinder
{
    /// <summary>Given names that many children have and that are no other word.</summary>
    private static readonly HashSet<string> Given = new(StringComparer.OrdinalIgnoreCase)
    {
        "Aaliyah",
        "Abigail",
        "Adam",
        "Ahmed",
        "Aisha",
        "Albert",
        "Alexander",
        "Alfie",
        "Alice",
        "Amelia",
        "Amina",
        "Archie",
        "Arlo",
        "Arthur",
        "Ava",
        "Benjamin",
        "Caleb",
        "Callum",
        "Charlie",
        "Charlotte",
        "Chloe",
        "Connor",
        "Daniel",
        "David",
        "Dylan",
        "Edward",
        "Eliza",
        "Ella",
        "Ellie",
        "Elsie",
        "Emily",
        "Emma",
        "Ethan",
        "Evelyn",
        "Evie",
        "Fatima",
        "Finley",
        "Florence",
        "Freddie",
        "Freya",
        "George",
        "Georgia",
        "Hannah",
        "Harriet",
        "Harrison",
        "Harry",
        "Harvey",
        "Henry",
        "Hugo",
        "Ibrahim",
        "Imogen",
        "Isaac",
        "Isabella",
        "Isla",
        "Jack",
        "Jacob",
        "Jake",
        "James",
        "Jayden",
        "Jessica",
        "Joseph",
        "Joshua",
        "Kai",
        "Katie",
        "Kyle",
        "Lacey",
        "Layla",
        "Leah",
        "Leo",
        "Lewis",
        "Liam",
        "Logan",
        "Louie",
        "Louis",
        "Luca",
        "Lucas",
        "Lucy",
        "Luke",
        "Maisie",
        "Maryam",
        "Matilda",
        "Matthew",
        "Maya",
        "Megan",
        "Mia",
        "Michael",
        "Millie",
        "Mohammad",
        "Mohammed",
        "Molly",
        "Muhammad",
        "Nathan",
        "Niamh",
        "Noah",
        "Oliver",
        "Olivia",
        "Omar",
        "Oscar",
        "Owen",
        "Phoebe",
        "Rebecca",
        "Reggie",
        "Reuben",
        "Riley",
        "Robert",
        "Ronnie",
        "Ruby",
        "Ryan",
        "Samuel",
        "Sarah",
        "Scarlett",
        "Sebastian",
        "Sienna",
        "Sofia",
        "Sophia",
        "Sophie",
        "Stanley",
        "Thea",
        "Theo",
        "Theodore",
        "Thomas",
        "Toby",
        "Tommy",
        "Tyler",
        "William",
        "Yusuf",
        "Zachary",
        "Zainab",
        "Zara",
        "Zoe",
    };

    /// <summary>Words with a capital that follow an introducing word and are no name.</summary>
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "A",
        "An",
        "And",
        "At",
        "Benefit",
        "Both",
        "But",
        "CAMHS",
        "Centre",
        "CIN",
        "CP",
        "EHCP",
        "For",
        "From",
        "Has",
        "He",
        "Health",
        "I",
        "ICB",
        "In",
        "Is",
        "IRO",
        "It",
        "LADO",
        "MARAC",
        "MASH",
        "NHS",
        "No",
        "Of",
        "On",
        "Plan",
        "Police",
        "Protection",
        "Safeguarding",
        "School",
        "Services",
        "She",
        "Social",
        "Stage",
        "Step",
        "That",
        "The",
        "They",
        "This",
        "To",
        "Was",
        "We",
        "Who",
        "Within",
        "Year",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    };

    public static IEnumerable<PersonalData> Find(string text)
    {
        List<PersonalData> found = [];
        foreach (Match match in Introduced().Matches(text))
        {
            Group name = match.Groups["name"];
            if (!NoNames.Contains(FirstWord(name.Value)))
            {
                found.Add(new PersonalData(PersonalDataDetector.Name, name.Index, name.Value));
            }
        }

        foreach (Match match in Capitalised().Matches(text))
        {
            if (
                Given.Contains(FirstWord(match.Value))
                && !found.Exists(each =>
                    each.Start < match.Index + match.Length
                    && match.Index < each.Start + each.Text.Length
                )
            )
            {
                found.Add(new PersonalData(PersonalDataDetector.Name, match.Index, match.Value));
            }
        }

        return found;
    }

    private static string FirstWord(string text) => text.Split(' ', '-')[0];

    [GeneratedRegex(
        @"\b(?i:called|named|name is|name:|child|children|boy|girl|baby|son|daughter|sibling|brother|sister|pupil|student|young person|mother|mum|father|dad|patient)(?i:,|:|'s name is|’s name is)?[ ](?<name>\p{Lu}[\p{L}'’]+(?:[ \-]\p{Lu}[\p{L}'’]+)*)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        PersonalDataDetector.Timeout
    )]
    private static partial Regex Introduced();

    [GeneratedRegex(
        @"\b\p{Lu}\p{L}+(?:[ \-]\p{Lu}[\p{L}'’]+)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        PersonalDataDetector.Timeout
    )]
    private static partial Regex Capitalised();
}
