namespace Governance.Contracts;

/// <summary>The latest signed checkpoint of a record (docs/record.md §5).</summary>
/// <param name="Size">How many entries it covers.</param>
/// <param name="Root">Root of the tree over them, in Base64 as in the text.</param>
/// <param name="Text">The checkpoint itself, with its signature: this is what to keep.</param>
/// <param name="PublicKey">The key to check it with, as PEM; compare it with one got another way.</param>
public sealed record RecordCheckpointView(
    string Origin,
    long Size,
    string Root,
    DateTime At,
    string Text,
    string PublicKey
);

/// <summary>Shows that an entry stands in the tree of a checkpoint (RFC 6962 §2.1.1).</summary>
/// <param name="Entry">Sequence number; the leaf's index is one less.</param>
/// <param name="Leaf">The entry's hash, in hexadecimal.</param>
/// <param name="Path">Hashes from the leaf upwards, in hexadecimal.</param>
public sealed record RecordInclusionProof(
    long Entry,
    string Leaf,
    IReadOnlyList<string> Path,
    RecordCheckpointView Checkpoint
);

/// <summary>Shows that the tree of the first <paramref name="From"/> entries is a beginning of a checkpoint's (RFC 6962 §2.1.2).</summary>
/// <param name="FromRoot">Root of the smaller tree, in Base64 as in its checkpoint.</param>
/// <param name="Path">Hashes in the order of RFC 6962, in hexadecimal.</param>
public sealed record RecordConsistencyProof(
    long From,
    string FromRoot,
    IReadOnlyList<string> Path,
    RecordCheckpointView Checkpoint
);
