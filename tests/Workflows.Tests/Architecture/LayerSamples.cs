#pragma warning disable // Samples that break the rule on purpose, for the guard's own test.
namespace Governance.Tests.Workflows.Architecture.Samples.Upper
{
    public sealed class Above
    {
        public static int Number => 1;
    }
}

namespace Governance.Tests.Workflows.Architecture.Samples.Lower
{
    using Governance.Tests.Workflows.Architecture.Samples.Upper;

    public sealed class Innocent
    {
        public string Text => "nothing above";
    }

    public sealed class NewInABody
    {
        public object Make() => new Above();
    }

    public sealed class GenericArgumentInABody
    {
        public object Make() => Array.Empty<Above>();
    }

    public sealed class FieldOfIt
    {
        private Above? _above;
    }

    public sealed class AsyncBody
    {
        public async Task<int> MakeAsync()
        {
            await Task.Yield();
            return Above.Number;
        }
    }

    public sealed class LambdaBody
    {
        public Func<object> Make() => () => new Above();
    }

    public sealed class ListInASignature
    {
        public int Count(List<Above> all) => all.Count;
    }
}
