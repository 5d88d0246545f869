namespace Governance.Contracts;

/// <summary>A private draft to be kept. Neither the text nor the passphrase is stored as it is sent.</summary>
/// <param name="Passphrase">Of the space that the draft is in; the first one makes the scrutineer's own space.</param>
public sealed record ChallengeDraftBody(string? Passphrase, string? Text);

public sealed record DraftPassphraseBody(string? Passphrase);

/// <summary>A key of one's own space for a successor, or another passphrase for one's own.</summary>
/// <param name="Passphrase">One's own, as it is.</param>
/// <param name="NewPassphrase">The one that opens the new key; told to a successor outside this service.</param>
/// <param name="Person">The successor; left out for oneself.</param>
public sealed record DraftHandoverBody(
    string? Passphrase,
    string? NewPassphrase,
    string? Person = null
);

public sealed record DraftSaved(string Id, DateTime Saved);

public sealed record OpenedDraft(string Id, DateTime Saved, string Text);

/// <param name="Own">In one's own space; otherwise it was handed over.</param>
public sealed record DraftLine(string Id, DateTime Saved, bool Own);
