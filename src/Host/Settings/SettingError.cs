namespace Governance.Host.Settings;

/// <summary>A setting with which the service must not start.</summary>
/// <param name="Wrong">What is wrong with it and what to do, to be read after the key.</param>
internal sealed record SettingError(string Key, string Wrong);
