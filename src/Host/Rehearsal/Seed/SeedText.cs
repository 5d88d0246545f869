using System.Globalization;
using System.Text;
using Governance.Contracts;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>A made-up policy text of one to six pages on a safeguarding subject.</summary>
internal sealed record SeedText(
    string Subject,
    string Title,
    string Summary,
    string Body,
    IReadOnlyList<string> Tags
)
{
    public static SeedText Of(SeedDice dice, string documentClass)
    {
        string subject = dice.One(SeedWords.Subjects);
        string audience = dice.One(SeedWords.Audiences);
        string kind = KindOf(documentClass);
        string angle = dice.One(SeedWords.Angles);
        string title = dice.Below(3) switch
        {
            0 => $"{subject}: {angle} in {audience}",
            1 => $"{kind} on {Lower(subject)} for {audience}",
            _ => $"{subject} ({audience}): {kind.ToLowerInvariant()} on {angle}",
        };
        return new SeedText(
            subject,
            title,
            $"What {audience} do about {Lower(subject)}: {angle}.",
            BodyOf(dice, subject, audience, title),
            [Lower(subject).Split(' ')[0], angle]
        );
    }

    /// <summary>The next version: a section more, and where to find what is new.</summary>
    public SeedText Revised(SeedDice dice)
    {
        StringBuilder body = new(Body);
        AddSection(body, dice, Subject, dice.One(SeedWords.Audiences), Body.Split("\n## ").Length);
        return this with { Body = body.ToString() };
    }

    /// <summary>A small PDF of one page that is like no other.</summary>
    public byte[] Pdf(int number)
    {
        string content = $"BT /F1 12 Tf 60 780 Td ({Ascii(Title)}, annex {number + 1}) Tj ET";
        StringBuilder pdf = new("%PDF-1.4\n");
        List<int> at = [];
        foreach (
            string part in (string[])
                [
                    "<< /Type /Catalog /Pages 2 0 R >>",
                    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                    $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
                    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                ]
        )
        {
            at.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{at.Count} 0 obj\n{part}\nendobj\n");
        }

        int table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {at.Count + 1}\n0000000000 65535 f \n");
        at.ForEach(offset => pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {at.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"
        );
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }

    private static string BodyOf(SeedDice dice, string subject, string audience, string title)
    {
        // Some 350 words a page; most are short.
        int sections = dice.One([3, 3, 4, 4, 4, 5, 6, 8, 11, 16]);
        StringBuilder body = new($"# {title}\n");
        for (int section = 1; section <= sections; section++)
        {
            AddSection(body, dice, subject, audience, section);
        }

        return body.ToString();
    }

    private static void AddSection(
        StringBuilder body,
        SeedDice dice,
        string subject,
        string audience,
        int number
    )
    {
        string heading =
            number <= SeedWords.Headings.Count
                ? SeedWords.Headings[number - 1]
                : dice.One(SeedWords.Headings);
        body.Append(CultureInfo.InvariantCulture, $"\n## {number}. {heading}\n\n");
        int sentences = dice.Between(3, 6);
        for (int sentence = 0; sentence < sentences; sentence++)
        {
            body.Append(sentence == 0 ? "" : " ").Append(Sentence(dice, subject, audience));
        }

        body.Append('\n');
        if (dice.InHundred(40))
        {
            int points = dice.Between(2, 4);
            body.Append('\n');
            for (int point = 0; point < points; point++)
            {
                body.Append("- ").Append(dice.One(SeedWords.Duties)).Append(";\n");
            }
        }
    }

    private static string Sentence(SeedDice dice, string subject, string audience) =>
        dice.One(SeedWords.Sentences)
            .Replace("{subject}", Lower(subject), StringComparison.Ordinal)
            .Replace("{audience}", audience, StringComparison.Ordinal)
            .Replace("{who}", dice.One(SeedWords.Who), StringComparison.Ordinal)
            .Replace("{duty}", dice.One(SeedWords.Duties), StringComparison.Ordinal)
            .Replace("{when}", dice.One(SeedWords.Times), StringComparison.Ordinal);

    private static string KindOf(string documentClass) =>
        documentClass switch
        {
            DocumentClasses.Arrangements => "Arrangements",
            DocumentClasses.YearlyReport => "Yearly report",
            DocumentClasses.ThresholdDocument => "Thresholds",
            DocumentClasses.PracticeStandards => "Practice standards",
            DocumentClasses.Protocol => "Joint protocol",
            DocumentClasses.PracticeGuidance => "Practice guidance",
            DocumentClasses.Procedure => "Procedure",
            _ => "Policy",
        };

    /// <summary>Without the capital, but for what is written in capitals.</summary>
    private static string Lower(string subject) =>
        char.IsUpper(subject[1]) ? subject : char.ToLowerInvariant(subject[0]) + subject[1..];

    private static string Ascii(string text) =>
        string.Concat(text.Where(c => c is >= ' ' and <= '~' and not ('(' or ')' or '\\')));
}
