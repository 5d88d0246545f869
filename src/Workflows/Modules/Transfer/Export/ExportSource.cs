using System.IO.Compression;

namespace Governance.Modules.Transfer.Export;

/// <summary>An export to be read again: a folder or an archive.</summary>
internal sealed class ExportSource : IDisposable
{
    private readonly string? _folder;
    private readonly ZipArchive? _archive;

    private ExportSource(string? folder, ZipArchive? archive) =>
        (_folder, _archive) = (folder, archive);

    /// <exception cref="InvalidDataException">It is no archive.</exception>
    public static ExportSource Open(string path) =>
        Directory.Exists(path)
            ? new ExportSource(path, null)
            : new ExportSource(null, ZipFile.OpenRead(path));

    /// <summary>The paths of all files, with strokes.</summary>
    public IReadOnlyList<string> Paths =>
        _archive is not null
            ? [.. _archive.Entries.Select(entry => entry.FullName)]
            :
            [
                .. Directory
                    .EnumerateFiles(_folder!, "*", SearchOption.AllDirectories)
                    .Select(file =>
                        Path.GetRelativePath(_folder!, file)
                            .Replace(Path.DirectorySeparatorChar, '/')
                    ),
            ];

    /// <summary>Null where it is missing.</summary>
    public Stream? Read(string path)
    {
        if (_archive is not null)
        {
            return _archive.GetEntry(path)?.Open();
        }

        string file = Path.GetFullPath(Path.Combine(_folder!, path));
        bool isInside = file.StartsWith(
            Path.GetFullPath(_folder!) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
        return isInside && File.Exists(file) ? File.OpenRead(file) : null;
    }

    public void Dispose() => _archive?.Dispose();
}
