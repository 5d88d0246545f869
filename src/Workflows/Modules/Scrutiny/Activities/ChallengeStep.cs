using Governance.Engine.Activities;

namespace Governance.Modules.Scrutiny.Activities;

/// <summary>A step of a challenge's way up the ladder, about one addressed seat.</summary>
public abstract class ChallengeStep : Activity;
