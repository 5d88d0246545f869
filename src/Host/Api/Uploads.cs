using System.Security.Cryptography;
using System.Text;
using Governance.Modules.Meetings;

namespace Governance.Host.Api;

/// <summary>Files that came in a form.</summary>
internal static class Uploads
{
    public static async Task<byte[]> BytesOfAsync(IFormFile file, CancellationToken cancellation)
    {
        byte[] content = new byte[file.Length];
        await using Stream stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellation);
        return content;
    }

    /// <summary>What the key came with is the file, not the form around it, whose boundary differs each time.</summary>
    public static Caller Keyed(Caller caller, string where, PaperUpload file) =>
        caller.Key is null
            ? caller
            : caller with
            {
                Key = caller.Key with
                {
                    BodyHash = Convert.ToHexStringLower(
                        SHA256.HashData([
                            .. Encoding.UTF8.GetBytes($"paper {where}\n{file.FileName}\n"),
                            .. SHA256.HashData(file.Content),
                        ])
                    ),
                },
            };
}
