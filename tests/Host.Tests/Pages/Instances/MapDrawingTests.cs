using Governance.Contracts.Instances;
using Governance.Host.Pages.Instances;

namespace Governance.Tests.Host.Pages.Instances;

public sealed class MapDrawingTests
{
    [Fact]
    public void Of_MuchRoomBetweenBoxes_KeepsTheirOrderAndCutsTheRoom()
    {
        MapDrawing drawing = Drawn([At("A", 0, 0), At("B", 2000, 900), At("C", 2100, 0)], []);

        DrawnStep a = drawing.Steps[0];
        DrawnStep b = drawing.Steps[1];
        DrawnStep c = drawing.Steps[2];
        Assert.Equal((30, 30), (a.X, a.Y));
        Assert.Equal(a.Right + 120, b.X);
        Assert.Equal(b.X + 100, c.X);
        Assert.Equal(a.Bottom + 60, b.Y);
        Assert.Equal(a.Y, c.Y);
    }

    [Fact]
    public void Of_LittleRoomBetweenBoxes_LeavesThemWhereTheyAre()
    {
        MapDrawing drawing = Drawn([At("A", 10, 10), At("B", 260, 110)], []);

        Assert.Equal(250, drawing.Steps[1].X - drawing.Steps[0].X);
        Assert.Equal(100, drawing.Steps[1].Y - drawing.Steps[0].Y);
    }

    [Fact]
    public void Of_SeveralOutcomesToTheSameStep_ShareOneWay()
    {
        MapDrawing drawing = Drawn(
            [At("A", 0, 0), At("B", 400, 0)],
            [new("A", "Rejected", "B"), new("A", "NoEligibleSigner", "B"), new("A", "Done", "B")]
        );

        Assert.Equal(["Rejected", "No eligible signer"], Assert.Single(drawing.Ways).Words);
    }

    [Fact]
    public void Of_StepBeneath_IsReachedStraightDown()
    {
        MapDrawing drawing = Drawn(
            [At("A", 0, 0), At("B", 0, 200)],
            [new("A", "Answered", "B"), new("B", "Inadequate", "A")]
        );

        Assert.Equal(["M128 100 V160", "M152 160 V100"], drawing.Ways.Select(way => way.Path));
    }

    [Fact]
    public void Of_StepBeneathAnother_IsNotReachedThroughIt()
    {
        MapDrawing drawing = Drawn(
            [At("A", 0, 0), At("B", 0, 200), At("C", 0, 400)],
            [new("A", "Answered", "C")]
        );

        Assert.Contains('H', Assert.Single(drawing.Ways).Path);
    }

    [Fact]
    public void Of_WaysBack_RunBeneathAllBoxesSideBySide()
    {
        MapDrawing drawing = Drawn(
            [At("A", 0, 0), At("B", 400, 300)],
            [new("B", "Again", "A"), new("B", "Missed", "B")]
        );

        double bottom = drawing.Steps[1].Bottom;
        Assert.All(drawing.Ways, way => Assert.True(way.LabelY > bottom));
        Assert.Equal(40, drawing.Ways[1].LabelY - drawing.Ways[0].LabelY);
        Assert.True(drawing.Height > drawing.Ways[1].LabelY);
    }

    [Fact]
    public void Of_WayToAStepThatIsGone_IsLeftOut() =>
        Assert.Empty(Drawn([At("A", 0, 0)], [new("A", "Done", "Gone")]).Ways);

    private static MapStep At(string id, double x, double y) =>
        new(id, id, "Elsa.Start", x, y, 220, 70, MapStepStates.Ahead, null, null);

    private static MapDrawing Drawn(IReadOnlyList<MapStep> steps, IReadOnlyList<MapLink> links) =>
        MapDrawing.Of(new InstanceMap("i", "d", 1, null, steps, links));
}
