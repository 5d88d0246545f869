using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Tests.Workflows.Modules.Partnerships;

/// <summary>What a program may do of the table of duties: the lines that are open to it, and nothing that is a decision.</summary>
public sealed class MachinesTests
{
    private static readonly ActCaller _machine = new("a-program", IsMachine: true);

    [Fact]
    public void Machine_MayDoTheWorkThatIsNamed_AndNothingElse()
    {
        string[] open =
        [
            .. DutiesMatrix
                .Rows.Where(row =>
                    MachinesDecideNothing.Check(_machine, row.Permission(row.Key)) is null
                )
                .Select(row => row.Key),
        ];

        Assert.Equal(["draft", "progress", "keepStructure", "keepContacts"], open);
    }

    [Theory]
    [InlineData("sign")]
    [InlineData("scrutinise")]
    [InlineData("approve")]
    [InlineData("acceptWork")]
    [InlineData("respond")]
    [InlineData("appoint")]
    public void Machine_WhatOnlyPeopleDo_IsForbiddenByName(string row)
    {
        Permission permission = DutiesMatrix.Rows.Single(each => each.Key == row).Permission(row);

        Refusal? refusal = MachinesDecideNothing.Check(_machine, permission);

        Assert.Equal("duties.only-people", refusal!.Code);
        Assert.Equal(RefusalKind.Forbidden, refusal.Kind);
        Assert.Null(MachinesDecideNothing.Check(new ActCaller("somebody"), permission));
    }
}
