namespace Governance.Tests.Shared;

/// <summary>Marks the assembly.</summary>
public static class TestsShared;
