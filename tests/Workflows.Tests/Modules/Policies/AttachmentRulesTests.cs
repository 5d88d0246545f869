using Governance.Contracts;
using Governance.Modules.Policies;

namespace Governance.Tests.Workflows.Modules.Policies;

public sealed class AttachmentRulesTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 ..."u8.ToArray();
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0];
    private static readonly byte[] Docx = "PK\u0003\u0004....word/document.xml...."u8.ToArray();
    private static readonly byte[] Doc = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0];

    public static TheoryData<string, byte[], string> Allowed =>
        new()
        {
            { "a.pdf", Pdf, "application/pdf" },
            { "a.PDF", Pdf, "application/pdf" },
            { "a.png", Png, "image/png" },
            { "a.jpg", Jpeg, "image/jpeg" },
            { "a.jpeg", Jpeg, "image/jpeg" },
            {
                "a.docx",
                Docx,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            },
            { "a.doc", Doc, "application/msword" },
        };

    public static TheoryData<string?, byte[]> Refused =>
        new()
        {
            { "a.pdf", Png },
            { "a.png", Pdf },
            { "a.exe", Pdf },
            { "a.html", "<html>"u8.ToArray() },
            { "a.svg", "<svg/>"u8.ToArray() },
            { "a.docx", "PK\u0003\u0004 any other archive"u8.ToArray() },
            { "a.pdf.exe", Pdf },
            { "pdf", Pdf },
            { ".pdf", Pdf },
            { "", Pdf },
            { null, Pdf },
            { "a.pdf", [] },
            { "a." + new string('x', 200), Pdf },
        };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Attachment_TypeThatIsAllowed_IsTaken(string name, byte[] content, string type) =>
        Assert.Equal(type, AttachmentRules.Check(name, content).Value.ContentType);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Attachment_WrongTypeNameOrSize_IsRefused(string? name, byte[] content)
    {
        Result<(string Name, string ContentType)> result = AttachmentRules.Check(name, content);

        Assert.Equal("policy.attachment-refused", result.Refusal?.Code);
        Assert.Equal(RefusalKind.Invalid, result.Refusal?.Kind);
    }

    [Fact]
    public void Attachment_OneByteTooLarge_IsRefused()
    {
        byte[] content = new byte[AttachmentRules.MostBytes + 1];
        Pdf.CopyTo(content, 0);

        Assert.False(AttachmentRules.Check("a.pdf", content.AsSpan(..^1)).IsRefused);
        Assert.True(AttachmentRules.Check("a.pdf", content).IsRefused);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:\\temp\\plan.pdf", "plan.pdf")]
    [InlineData("..\\..\\plan.pdf", "plan.pdf")]
    [InlineData("plan\u202efdp.exe.pdf", "planfdp.exe.pdf")]
    [InlineData("plan\r\nSet-Cookie: a.pdf", "planSet-Cookie a.pdf")]
    [InlineData("nul\0byte.pdf", "nulbyte.pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("lpt1.pdf", "_lpt1.pdf")]
    [InlineData("  .hidden.pdf", "hidden.pdf")]
    [InlineData("a\"b<c>|?*.pdf", "abc.pdf")]
    [InlineData("Cafe\u0301.PDF", "Caf\u00e9.pdf")]
    public void Attachment_HostileName_IsCleaned(string name, string expected) =>
        Assert.Equal(expected, AttachmentRules.Check(name, Pdf).Value.Name);

    [Fact]
    public void Attachment_LongName_IsShortenedWithItsEndingKept()
    {
        string name = AttachmentRules.Check(new string('n', 300) + ".pdf", Pdf).Value.Name;

        Assert.Equal(AttachmentRules.MostNameLength, name.Length);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }
}
