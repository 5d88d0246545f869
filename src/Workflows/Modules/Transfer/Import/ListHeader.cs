using Governance.Contracts;

namespace Governance.Modules.Transfer.Import;

/// <summary>Which column of a kind each cell of the header means.</summary>
internal static class ListHeader
{
    /// <summary>Their names in order, null for those of a report; or everything that is wrong with the header.</summary>
    public static Result<string?[]> Match(
        IReadOnlyList<string> header,
        IReadOnlyList<ListColumn> columns
    )
    {
        string?[] found = new string?[header.Count];
        List<string> unknown = [];
        List<string> twice = [];
        for (int at = 0; at < header.Count; at++)
        {
            string name = header[at].Trim();
            ListColumn? column = columns.FirstOrDefault(each => each.Answers(name));
            if (column is null)
            {
                if (!ListColumn.OfReport.Contains(ListColumn.Plain(name)))
                {
                    unknown.Add(name.Length == 0 ? $"the {at + 1}th, without a name" : name);
                }
            }
            else if (found.Contains(column.Name))
            {
                twice.Add(name);
            }
            else
            {
                found[at] = column.Name;
            }
        }

        string[] missing =
        [
            .. columns
                .Where(column => column.IsRequired && !found.Contains(column.Name))
                .Select(column => column.Name),
        ];
        return unknown.Count + twice.Count + missing.Length == 0
            ? found
            : TransferRefusals.Header(unknown, twice, missing, columns.Select(each => each.Name));
    }
}
