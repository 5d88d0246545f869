using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>Where a text stands, as far as comments go.</summary>
public enum ConsultationPhase
{
    /// <summary>With its authors, or before its audience.</summary>
    BeforeSignOff,

    SignOff,

    /// <summary>Its newest version is in force; nothing new has been written.</summary>
    InForce,

    /// <summary>Withdrawn for good.</summary>
    Over,
}

/// <summary>A text to be consulted on, as its module hands it over: the newest version.</summary>
/// <param name="Hash">Recomputed from what is stored, not read from a column.</param>
/// <param name="RecordedHash">The hash that was recorded when the version was saved.</param>
/// <param name="GroupId">The group whose output it is; its chair steers too.</param>
/// <param name="State">The text's state in its own module's words.</param>
/// <param name="IsPublic">Whether everybody in the partnership knows of the text, because a version is in force.</param>
public sealed record ConsultationText(
    string PartnershipId,
    string Title,
    int Version,
    string Hash,
    string RecordedHash,
    string? GroupId,
    ConsultationPhase Phase,
    string State,
    bool IsPublic
);

/// <summary>What a later module registers so that its subjects can be consulted on: policies.</summary>
public interface IConsultationSubject
{
    /// <summary>The subject type, as in <see cref="SubjectRef"/>.</summary>
    string Type { get; }

    /// <summary>The stimulus, under the subject's id, by which its workflow opens a consultation.</summary>
    string Requested { get; }

    /// <summary>Holds the partnership's people, locks the subject's root row, and says where the act takes place. Null when there is none.</summary>
    Task<ActPlace?> LocateAsync(Act act, string id);

    Task<ConsultationText?> LoadAsync(GovernanceDb db, string id);

    /// <summary>A consultation on it has opened or is over; the subject's state follows.</summary>
    Task ConsultationChangedAsync(Act act, ConsultationWindow window);
}
