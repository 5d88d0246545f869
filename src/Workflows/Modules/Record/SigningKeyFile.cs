using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Governance.Modules.Record;

/// <summary>The file that holds the record's private key (PKCS#8 PEM), made on first use for the embedded default.</summary>
public static class SigningKeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Loads the key, or makes one when there is no file. Of two hosts that start at once one makes it and both use that one.
    /// On Unix only the owner can read it.
    /// </summary>
    /// <exception cref="ArgumentException">The file holds something else.</exception>
    public static CheckpointSigner LoadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        return CheckpointSigner.FromPem(File.ReadAllText(path));
    }

    private static void Create(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string unfinished = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            {
                WriteForOwner(unfinished, key.ExportPkcs8PrivateKeyPem() + "\n");
            }

            // Whole or not at all, and never over a key that is already there: whoever is second uses the first one's.
            PutInPlace(unfinished, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another host was first.
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>
    /// In one step, failing when the name is taken. On Unix <see cref="File.Move(string, string, bool)"/> looks first and renames
    /// then, so two hosts could both succeed; a hard link cannot.
    /// </summary>
    private static void PutInPlace(string unfinished, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Move(unfinished, path, overwrite: false);
        }
        else if (Link(unfinished, path) != 0)
        {
            throw new IOException(
                $"The key could not be put at {path} (error {Marshal.GetLastPInvokeError()})."
            );
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string existing,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string wanted
    );

    private static void WriteForOwner(string path, string pem)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var file = new StreamWriter(path, options);
        file.Write(pem);
    }
}
