namespace Governance.Modules.Record;

/// <summary>
/// Takes a stream apart into lines without their line feeds, holding one line at a time. Lines are numbered from 1; the last one
/// may lack its line feed.
/// </summary>
internal sealed class ExportLines(Stream stream)
{
    /// <summary>No honest line comes near it; a file without line feeds must not fill the memory.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _isEnd;

    /// <summary>Number of the line last read.</summary>
    public long Number { get; private set; }

    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line into <paramref name="line"/>, valid until the next call; false at the end of the file.</summary>
    /// <exception cref="IOException">The file cannot be read any further.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int searched = _start;
        while (true)
        {
            int feed = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (feed >= 0 || _isEnd)
            {
                int length = feed >= 0 ? searched + feed - _start : _end - _start;
                line = _buffer.AsSpan(_start, length);
                bool isLine = feed >= 0 || length > 0;
                _start = Math.Min(_end, _start + length + 1);
                Number += isLine ? 1 : 0;
                return isLine;
            }

            int kept = _end - _start;
            if (kept > MaxLength)
            {
                IsTooLong = true;
                Number++;
                line = default;
                return true;
            }

            searched = kept;
            Fill();
        }
    }

    private void Fill()
    {
        int kept = _end - _start;
        byte[] target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        _buffer.AsSpan(_start, kept).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept);
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isEnd = read == 0;
        _end += read;
    }
}
