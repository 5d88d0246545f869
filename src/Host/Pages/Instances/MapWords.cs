using Governance.Contracts.Instances;

namespace Governance.Host.Pages.Instances;

/// <summary>How far a step is, in words.</summary>
internal static class MapWords
{
    public static string State(string state) =>
        state switch
        {
            MapStepStates.Here => "it stands here now",
            MapStepStates.Failed => "it went wrong here",
            MapStepStates.Done => "done",
            _ => "not yet",
        };

    /// <summary>What the drawing shows, for those who do not see it.</summary>
    public static string Of(InstanceMap map) =>
        $"{map.Definition}, drawn with {Words.Count(map.Steps.Count, "step")}. "
        + string.Join(
            " ",
            map.Steps.Where(step => step.State is MapStepStates.Here or MapStepStates.Failed)
                .Select(step =>
                    step.State == MapStepStates.Here
                        ? $"It stands at “{step.Text}”."
                        : $"It went wrong at “{step.Text}”."
                )
        );

    /// <summary>What follows a step, by its outcomes.</summary>
    public static IEnumerable<string> NextOf(InstanceMap map, MapStep step) =>
        map
            .Links.Where(link => link.From == step.Id)
            .Select(link =>
                $"{Port(link.Port)} → {map.Steps.FirstOrDefault(other => other.Id == link.To)?.Text ?? link.To}"
            );

    /// <summary><c>SignOffRequested</c> → "sign off requested"; the designer's own words stay.</summary>
    public static string Port(string port) =>
        string.Concat(
            port.Select(
                (sign, at) =>
                    at > 0 && char.IsUpper(sign) && char.IsLower(port[at - 1])
                        ? " " + char.ToLowerInvariant(sign)
                        : sign.ToString()
            )
        );
}
