using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.Record;

namespace Governance.Tests.Workflows.Modules.Record;

public sealed class HashChainTests
{
    private const int Entries = 40;

    [Fact]
    public void Check_UntouchedRecord_Fits() => Assert.Null(SampleRecord.Of(Entries).Check());

    [Fact]
    public void Check_OneByteChangedInAnyEntry_NamesExactlyThatEntry() =>
        ForAnyEntry(
                (at, random) =>
                {
                    SampleRecord sample = SampleRecord.Of(Entries);
                    byte[] canonical = sample.Canonical[at];
                    canonical[random % canonical.Length] ^= (byte)(1 << (random % 8));
                    return sample.Check()?.Position == at + 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Check_OneByteChangedInAnyHash_NamesExactlyThatEntry() =>
        ForAnyEntry(
                (at, random) =>
                {
                    SampleRecord sample = SampleRecord.Of(Entries);
                    sample.Hashes[at][random % 32] ^= (byte)(1 << (random % 8));
                    return sample.Check()?.Position == at + 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Check_EntryRewrittenWithItsHash_NamesTheEntryAfter() =>
        ForAnyEntry(
                (at, random) =>
                {
                    SampleRecord sample = SampleRecord.Of(Entries);
                    EntryContent entry = EntryCanonicalForm.Read(sample.Canonical[at], out _)!;
                    sample.Canonical[at] = EntryCanonicalForm.Write(
                        entry with
                        {
                            Act = $"another.act-{random}",
                        }
                    );
                    sample.Hashes[at] = RecordHash.OfEntry(sample.Canonical[at]);
                    return sample.Check()?.Position == (at == Entries - 1 ? null : at + 2);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Check_EntryDeleted_NamesItsPlace() =>
        ForAnyEntry(
                (at, _) =>
                {
                    SampleRecord sample = SampleRecord.Of(Entries);
                    sample.Canonical.RemoveAt(at);
                    sample.Hashes.RemoveAt(at);
                    sample.Payloads.RemoveAt(at);
                    return sample.Check()?.Position == (at == Entries - 1 ? null : at + 1);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Check_TwoEntriesSwapped_NamesTheFirstOfThem() =>
        ForAnyEntry(
                (at, random) =>
                {
                    SampleRecord sample = SampleRecord.Of(Entries);
                    int other = random % Entries;
                    (sample.Canonical[at], sample.Canonical[other]) = (
                        sample.Canonical[other],
                        sample.Canonical[at]
                    );
                    (sample.Hashes[at], sample.Hashes[other]) = (
                        sample.Hashes[other],
                        sample.Hashes[at]
                    );
                    return sample.Check()?.Position
                        == (at == other ? null : Math.Min(at, other) + 1);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Check_EntryInserted_NamesItsPlace() =>
        ForAnyEntry(
                (at, _) =>
                {
                    SampleRecord sample = SampleRecord.Of(Entries);
                    sample.Canonical.Insert(at, sample.Canonical[at]);
                    sample.Hashes.Insert(at, sample.Hashes[at]);
                    sample.Payloads.Insert(at, sample.Payloads[at]);
                    return sample.Check()?.Position == at + 2;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Check_PayloadOrSaltChanged_NamesItsEntry() =>
        ForAnyEntry(
                (at, random) =>
                {
                    SampleRecord sample = SampleRecord.Of(Entries);
                    if (sample.Payloads[at] is not { } payload)
                    {
                        sample.Payloads[at] = new HeldPayload(new byte[32], "{}");
                        return sample.Check()?.Position == at + 1;
                    }

                    byte[] salt = [.. payload.Salt];
                    salt[random % 32] ^= 1;
                    sample.Payloads[at] =
                        random % 2 == 0
                            ? payload with
                            {
                                Json = payload.Json + " ",
                            }
                            : payload with
                            {
                                Salt = salt,
                            };
                    return sample.Check()?.Position == at + 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Check_PayloadErased_StillFitsAndIsCounted()
    {
        SampleRecord sample = SampleRecord.Of(2);
        var check = new RecordCheck(SampleRecord.PartnershipId, SampleRecord.Signer.PublicKey);

        Assert.Null(check.AddEntry(sample.Canonical[0], sample.Hashes[0], null));
        Assert.Null(check.AddEntry(sample.Canonical[1], sample.Hashes[1], sample.Payloads[1]));

        Assert.Equal(1, check.WithoutPayload);
    }

    [Fact]
    public void Check_RecordOfAnotherPartnership_NamesTheFirstEntry()
    {
        SampleRecord sample = SampleRecord.Of(3);
        var check = new RecordCheck("south-haven", SampleRecord.Signer.PublicKey);

        RecordMisfit? misfit = check.AddEntry(sample.Canonical[0], sample.Hashes[0], null);

        Assert.Equal(1, misfit?.Position);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(1)]
    public void Check_RightLinkUnderAWrongNumber_NamesThePlaceAndNotTheNumber(long number)
    {
        SampleRecord sample = SampleRecord.Of(2);
        sample.Canonical.Add(
            EntryCanonicalForm.Write(
                SampleRecord.Entry(number, "test.write", RecordHash.ToHex(sample.Hashes[1]))
            )
        );
        sample.Hashes.Add(RecordHash.OfEntry(sample.Canonical[2]));
        sample.Payloads.Add(null);

        Assert.Equal(3, sample.Check()?.Position);
    }

    private static Property ForAnyEntry(Func<int, int, bool> holds) =>
        Prop.ForAll(
            Gen.Choose(0, Entries - 1).ToArbitrary(),
            Gen.Choose(0, int.MaxValue).ToArbitrary(),
            holds
        );
}
