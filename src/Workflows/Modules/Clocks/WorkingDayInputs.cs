using System.Globalization;
using Governance.Engine.Activities;

namespace Governance.Modules.Clocks;

/// <summary>Inputs of activities that hold several numbers of working days.</summary>
public static class WorkingDayInputs
{
    /// <summary>The whole numbers of an input, as a list or separated by commas; anything else is a fault that names it.</summary>
    public static IEnumerable<int> Of(ActivityContext context, string input)
    {
        foreach (
            string part in context
                .Texts(input)
                .SelectMany(text =>
                    text.Split(
                        ',',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    )
                )
        )
        {
            yield return int.TryParse(
                part,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out int days
            )
                ? days
                : throw new ActivityFaultException(
                    $"The input {input} wants whole numbers, and {part} is none."
                );
        }
    }
}
