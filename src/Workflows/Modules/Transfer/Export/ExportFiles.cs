using System.Text;

namespace Governance.Modules.Transfer.Export;

/// <summary>A file of an export: what is in it, and by which it is known again.</summary>
/// <param name="Count">Rows, entries or versions; null where there is nothing to count.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256.</param>
internal sealed record ExportedFile(string Path, long Bytes, string Hash, long? Count = null);

/// <summary>Writes files one after the other and remembers each.</summary>
internal sealed class ExportFiles(IExportPlace place, IProgress<string> progress)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<ExportedFile> _all = [];

    public IReadOnlyList<ExportedFile> All => _all;

    public void Tell(string what) => progress.Report(what);

    /// <param name="write">Writes the content and answers how much there is in it.</param>
    public async Task<long?> WriteAsync(string path, Func<Stream, Task<long?>> write)
    {
        await using Stream file = place.Create(path);
        await using var hashed = new HashedStream(file);
        long? count = await write(hashed);
        await hashed.FlushAsync();
        _all.Add(new ExportedFile(path, hashed.Length, hashed.Hash, count));
        return count;
    }

    public Task WriteAsync(string path, byte[] content) =>
        WriteAsync(
            path,
            async to =>
            {
                await to.WriteAsync(content);
                return null;
            }
        );

    public Task WriteAsync(string path, string text) => WriteAsync(path, Utf8.GetBytes(text));
}
