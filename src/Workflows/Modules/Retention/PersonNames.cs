using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>
/// The words by which a person is found in texts. A full name of one word, or one that somebody else bears too, would hit what is not
/// meant: it is replaced only where it stands beside the person's id.
/// </summary>
/// <param name="InTexts">Full names, addresses and the directory's object id, as they were at any time.</param>
/// <param name="Addresses">E-mail addresses among them.</param>
/// <param name="Listed">Names that are not searched for, and only counted.</param>
internal sealed record PersonNames(
    IReadOnlyList<string> InTexts,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<string> Listed
)
{
    private const int ShortestId = 8;

    public static async Task<PersonNames> OfAsync(GovernanceDb db, Person person)
    {
        HashSet<string> names = [person.DisplayName];
        HashSet<string> addresses = person.Email is { } email ? [email] : [];

        // The register's own entries say under which names and addresses they were known before.
        foreach (
            string json in await db.Set<RecordEntry>()
                .Where(entry =>
                    entry.PartnershipId == Partnership.Installation
                    && entry.SubjectType == RetentionWords.Person
                    && entry.SubjectId == person.Id
                )
                .Join(
                    db.Set<RecordPayload>(),
                    entry => new { entry.PartnershipId, entry.Sequence },
                    text => new { text.PartnershipId, text.Sequence },
                    (_, text) => text.Json
                )
                .ToListAsync()
        )
        {
            JsonNode? said = JsonNode.Parse(json);
            Add(names, said?["name"]);
            Add(addresses, said?["email"]);
        }

        List<string> found = [];
        List<string> listed = [];
        foreach (string name in names)
        {
            bool isSomebodyElses = await db.Set<Person>()
                .AnyAsync(other => other.Id != person.Id && other.DisplayName == name);
            (isSomebodyElses || !name.Contains(' ', StringComparison.Ordinal) ? listed : found).Add(
                name
            );
        }

        found.AddRange(addresses);
        if (person.ObjectId.Length >= ShortestId)
        {
            found.Add(person.ObjectId);
        }

        return new PersonNames(found, [.. addresses], listed);
    }

    /// <summary>A word as it stands in JSON.</summary>
    public static string InJson(string word) =>
        JsonEncodedText
            .Encode(word, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .ToString();

    private static void Add(HashSet<string> words, JsonNode? word)
    {
        if (word is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0)
        {
            words.Add(text);
        }
    }
}
