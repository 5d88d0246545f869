namespace Governance.Tests.Host;

/// <summary>What is tried on the published service: it is published once for all of them.</summary>
[CollectionDefinition(Name)]
public sealed class ReleaseCollection : ICollectionFixture<ReleaseBuild>
{
    public const string Name = "Release";
}
