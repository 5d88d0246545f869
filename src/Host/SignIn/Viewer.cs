using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Host.SignIn;

/// <summary>Who looks at the pages of one request: their name, what they hold today, and in which partnerships. One load a request.</summary>
internal sealed class Viewer(Reading reading, IHttpContextAccessor accessor)
{
    private MeAnswer? _me;
    private IReadOnlyList<PartnershipLine> _partnerships = [];
    private bool _isLoaded;

    /// <summary>Whether anybody of ours is signed in. Read it after <see cref="LoadAsync"/>.</summary>
    public bool IsSignedIn => _me is not null;

    public string PersonId => Me.Id;

    public string Name => Me.Name;

    /// <summary>The partnerships in which they hold something today, by name.</summary>
    public IReadOnlyList<PartnershipLine> Partnerships => _partnerships;

    public IReadOnlyList<AppointmentAnswer> Appointments => Me.Appointments;

    private MeAnswer Me =>
        _me ?? throw new InvalidOperationException("Nobody is signed in on this page.");

    public async Task LoadAsync()
    {
        if (_isLoaded)
        {
            return;
        }

        _isLoaded = true;
        if (accessor.HttpContext?.User.PersonId() is not { } person)
        {
            return;
        }

        await using GovernanceDb db = reading.Open();
        _me = await PartnershipBook.MeAsync(db, person, reading.Today);
        _partnerships = await PartnershipBook.OfPersonAsync(db, person, reading.Today);
    }

    /// <summary>Whether they hold one of the roles in the partnership today; what a rule asks for beyond the role is the act's to say.</summary>
    public bool May(string partnershipId, Permission permission) =>
        Appointments.Any(held =>
            held.Partnership == partnershipId && permission.Roles.Contains(held.Role)
        );

    public bool Holds(string partnershipId, string role) =>
        Appointments.Any(held => held.Partnership == partnershipId && held.Role == role);
}
