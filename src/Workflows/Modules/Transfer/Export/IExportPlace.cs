using System.IO.Compression;

namespace Governance.Modules.Transfer.Export;

/// <summary>
/// Where an export is written. Nothing stands under its own name before it is complete; what was broken off is taken away again.
/// </summary>
internal interface IExportPlace : IDisposable
{
    /// <summary>A new file, by its path with strokes; the one before it is closed by then.</summary>
    Stream Create(string path);

    /// <summary>Gives the whole its name.</summary>
    void Complete();
}

/// <summary>The two kinds of place.</summary>
internal static class ExportPlaces
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <param name="target">A folder, or an archive where it ends in <c>.zip</c>.</param>
    /// <exception cref="IOException">Something stands there already, or an earlier one was cut off there.</exception>
    public static IExportPlace Open(string target, DateTimeOffset now)
    {
        string whole = Path.GetFullPath(target);
        string unfinished = whole + ".part";
        foreach (string there in (string[])[whole, unfinished])
        {
            if (Path.Exists(there))
            {
                throw new IOException($"{there} is there already.");
            }
        }

        return IsArchive(target)
            ? new ExportArchive(whole, unfinished, now)
            : new ExportFolder(whole, unfinished);
    }

    public static bool IsArchive(string target) =>
        target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Personal data: readable by whoever exports alone.</summary>
    internal static FileStream NewFile(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 64 * 1024,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    internal static void NewFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}

internal sealed class ExportFolder : IExportPlace
{
    private readonly string _target;
    private readonly string _unfinished;

    public ExportFolder(string target, string unfinished)
    {
        (_target, _unfinished) = (target, unfinished);
        ExportPlaces.NewFolder(unfinished);
    }

    public Stream Create(string path)
    {
        string file = Path.Combine(_unfinished, path);
        ExportPlaces.NewFolder(Path.GetDirectoryName(file)!);
        return ExportPlaces.NewFile(file);
    }

    public void Complete() => Directory.Move(_unfinished, _target);

    public void Dispose()
    {
        if (Directory.Exists(_unfinished))
        {
            Directory.Delete(_unfinished, recursive: true);
        }
    }
}

internal sealed class ExportArchive : IExportPlace
{
    private readonly string _target;
    private readonly string _unfinished;
    private readonly DateTimeOffset _now;
    private readonly FileStream _file;
    private readonly ZipArchive _archive;

    public ExportArchive(string target, string unfinished, DateTimeOffset now)
    {
        (_target, _unfinished, _now) = (target, unfinished, now);
        _file = ExportPlaces.NewFile(unfinished);
        _archive = new ZipArchive(_file, ZipArchiveMode.Create, leaveOpen: true);
    }

    public Stream Create(string path)
    {
        ZipArchiveEntry entry = _archive.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = _now;
        return entry.Open();
    }

    public void Complete()
    {
        _archive.Dispose();
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(_unfinished, _target, overwrite: false);
    }

    public void Dispose()
    {
        _archive.Dispose();
        _file.Dispose();
        File.Delete(_unfinished);
    }
}
