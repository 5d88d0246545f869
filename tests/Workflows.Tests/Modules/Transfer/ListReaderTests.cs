using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Governance.Contracts;
using Governance.Modules.Transfer;
using Governance.Modules.Transfer.Import;

namespace Governance.Tests.Workflows.Modules.Transfer;

/// <summary>Lists as people's spreadsheets write them, and what is said where one cannot be read.</summary>
public sealed class ListReaderTests
{
    private static readonly ListColumn[] Columns =
    [
        new("name", true, ""),
        new("first day", false, "", "from"),
        new("text", false, ""),
    ];

    [Theory]
    [InlineData("name,first day,text\nOne,01/02/2027,\"a, b\"\n")]
    [InlineData("name;First Day;TEXT\r\nOne;01/02/2027;\"a, b\"\r\n")]
    [InlineData("text\tfrom\tName\n\"a, b\"\t01/02/2027\tOne")]
    [InlineData("\uFEFFTEXT,FROM,NAME\n\n\"a, b\",2027-02-01, One \n,,\n")]
    [InlineData("first_day,first-day-is-not-here")]
    public void List_InAnyFormThatSpreadsheetsWrite_IsTheSame(string csv)
    {
        Result<ListReader> list = Open(csv);
        if (!csv.Contains("One", StringComparison.Ordinal))
        {
            Assert.True(list.IsRefused);
            return;
        }

        ListRow row = Assert.Single(list.Value.Rows());
        Governance.Modules.Partnerships.FieldErrors errors = new();
        Assert.Equal("One", row["name"]);
        Assert.Equal("a, b", row["text"]);
        Assert.Equal(new DateOnly(2027, 2, 1), row.DayOf("first day", errors));
        Assert.Null(errors.AsRefusal());
    }

    [Fact]
    public void Lines_WithTextsOfSeveralLines_KeepTheirNumbers()
    {
        ListRow[] rows =
        [
            .. Open("name,text\nOne,\"# Head\n\nBody\"\n\nTwo,\"said \"\"no\"\"\"\nThree,x\n")
                .Value.Rows(),
        ];

        Assert.Equal([2, 6, 7], rows.Select(row => row.Line));
        Assert.Equal("# Head\n\nBody", rows[0].TextOf("text"));
        Assert.Equal("said \"no\"", rows[1]["text"]);
    }

    [Fact]
    public void Line_ThatCannotBeTakenApart_SaysSoAndTheNextIsRead()
    {
        ListRow[] rows =
        [
            .. Open("name,text\nOne,a \"b\" c\nTwo,x,y\nThree\nFour,x\n").Value.Rows(),
        ];

        Assert.Contains("quote", rows[0].Flaw, StringComparison.Ordinal);
        Assert.Contains("3 cells and the header 2", rows[1].Flaw, StringComparison.Ordinal);
        Assert.Contains("1 cells and the header 2", rows[2].Flaw, StringComparison.Ordinal);
        Assert.Equal((null, "Four"), (rows[3].Flaw, rows[3]["name"]));
    }

    [Fact]
    public void File_SavedAsWindows1252_IsRefusedWithItsLine()
    {
        byte[] bytes = [.. "name\nOne\nCaf"u8, 0xE9, .. "\n"u8];

        Refusal refusal = ListReader.Open(new MemoryStream(bytes), Columns).Refusal!;

        Assert.Equal("import.not-utf-8", refusal.Code);
        Assert.Contains("Line 3", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_InUtf8WithLettersAcrossItsParts_IsRead()
    {
        string name = string.Concat(Enumerable.Repeat("é€😀", 30_000));

        Assert.Equal(name, Open("name\n" + name + "\n").Value.Rows().Single()["name"]);
    }

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("name\n", "import.empty")]
    [InlineData("name,colour\nOne,red\n", "import.columns")]
    [InlineData("text\nx\n", "import.columns")]
    [InlineData("name,from,first day\nOne,,\n", "import.columns")]
    [InlineData("name,text\nOne,x\nTwo,\"opens here\nThree,x\n", "import.quote-not-closed")]
    public void File_ThatCannotBeUsed_IsRefusedAsAWhole(string csv, string code) =>
        Assert.Equal(code, Open(csv).Refusal!.Code);

    [Fact]
    public void Column_ThatIsNotKnown_IsNamedWithThoseThatAre()
    {
        string message = Open("name,Colour,Size\nOne,red,4\n").Refusal!.Message;

        Assert.Contains("Colour, Size", message, StringComparison.Ordinal);
        Assert.Contains("name, first day, text", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_WithAnyCells_IsReadAgainAsTheListThatItWas()
    {
        Gen<string> cells = Gen.Elements(
                "=SUM(A1)",
                "-1",
                "+44",
                "@x",
                "'quoted'",
                "a\"b",
                "two\nlines",
                "semi;colon",
                "com,ma",
                "tab\tbed",
                "plain",
                "é€😀"
            )
            .Select(each => each);
        Gen<(string Name, string Text)[]> lists = (
            from name in cells
            from text in cells
            select (name, text)
        )
            .NonEmptyListOf()
            .Select(list => list.ToArray());

        Prop.ForAll(
                lists.ToArbitrary(),
                list =>
                {
                    string[] header = ["name", "text"];
                    string first = Csv(header, list);
                    string report = Report(first);
                    string again = Report(report);
                    (string?, string?)[] read =
                    [
                        .. Open(report)
                            .Value.Rows()
                            .Select(row => (row["name"], row.TextOf("text"))),
                    ];
                    return read.SequenceEqual(
                            list.Select(each => ((string?)each.Name, (string?)each.Text))
                        )
                        && report == again;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static string Csv(string[] header, (string Name, string Text)[] list) =>
        CsvText.Line(header)
        + string.Concat(list.Select(each => CsvText.Line([each.Name, each.Text])));

    private static string Report(string csv)
    {
        ListReader list = Open(csv).Value;
        return ImportReport.Head(list.Header)
            + string.Concat(
                list.Rows()
                    .Select(
                        (row, at) =>
                            ImportReport.LineOf(
                                list.Header,
                                row,
                                new ImportedLine(at, ImportResults.Refused, null, "x", "No.")
                            )
                    )
            );
    }

    private static Result<ListReader> Open(string csv) =>
        ListReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Columns);
}
