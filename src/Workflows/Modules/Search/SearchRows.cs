using System.Security.Cryptography;
using System.Text;
using Governance.Storage;

namespace Governance.Modules.Search;

/// <summary>A draft as the row that is stored, and how rows are written.</summary>
internal static class SearchRows
{
    private const char Between = '\u001f';

    private static readonly AppendedRows Texts = new(
        "SearchText",
        nameof(SearchText.PartnershipId),
        nameof(SearchText.Kind),
        nameof(SearchText.SubjectId),
        nameof(SearchText.PageId),
        nameof(SearchText.Part),
        nameof(SearchText.Title),
        nameof(SearchText.Body),
        nameof(SearchText.State),
        nameof(SearchText.BodyId),
        nameof(SearchText.GroupId),
        nameof(SearchText.Seats),
        nameof(SearchText.PersonId),
        nameof(SearchText.At),
        nameof(SearchText.IsEarlier),
        nameof(SearchText.Audience),
        nameof(SearchText.Unless),
        nameof(SearchText.Hash)
    );

    public static SearchText Of(string kind, SearchDraft draft)
    {
        string title = Cut(draft.Title, SearchText.MostTitle);
        string body = Cut(draft.Body, SearchText.MostBody);
        string audience = SearchKeys.NameOf(draft.Keys);
        string? seats =
            draft.Seats.Count == 0
                ? null
                : $" {string.Join(' ', draft.Seats.Order(StringComparer.Ordinal))} ";
        return new SearchText
        {
            PartnershipId = draft.PartnershipId,
            Kind = kind,
            SubjectId = draft.SubjectId,
            PageId = draft.PageId,
            Part = draft.Part,
            Title = title,
            Body = body,
            State = draft.State,
            BodyId = draft.BodyId,
            GroupId = draft.GroupId,
            Seats = seats,
            PersonId = draft.PersonId,
            At = draft.At,
            IsEarlier = draft.IsEarlier,
            Audience = audience,
            Unless = draft.Unless,
            Hash = HashOf(
                title,
                body,
                draft.PageId,
                draft.State,
                draft.BodyId,
                draft.GroupId,
                seats,
                draft.PersonId,
                draft.At.ToString("O"),
                draft.IsEarlier ? "earlier" : "",
                audience,
                draft.Unless
            ),
        };
    }

    public static Task AddAsync(GovernanceDb db, IEnumerable<SearchText> rows) =>
        Texts.WriteAsync(
            db,
            [
                .. rows.Select(row =>
                    (object?[])
                        [
                            row.PartnershipId,
                            row.Kind,
                            row.SubjectId,
                            row.PageId,
                            row.Part,
                            row.Title,
                            row.Body,
                            row.State,
                            row.BodyId,
                            row.GroupId,
                            row.Seats,
                            row.PersonId,
                            row.At,
                            row.IsEarlier,
                            row.Audience,
                            row.Unless,
                            row.Hash,
                        ]
                ),
            ]
        );

    private static string HashOf(params ReadOnlySpan<string?> parts) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, parts!)))
        );

    /// <summary>Never between the halves of a sign.</summary>
    private static string Cut(string text, int most) =>
        text.Length <= most ? text
        : char.IsHighSurrogate(text[most - 1]) ? text[..(most - 1)]
        : text[..most];
}
