namespace Governance.Host.Pages.SignIn;

/// <summary>Known to a directory and to no partnership: what to do about it.</summary>
internal sealed class NotAppointedModel : GovernancePage;
