using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Scrutiny : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Challenge",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SubjectVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    SubjectHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    SubjectTitle = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Seriousness = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PublicSummary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Redacted = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    LastRuling = table.Column<int>(type: "INTEGER", nullable: false),
                    LastStatement = table.Column<int>(type: "INTEGER", nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RaisedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Challenge", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeDraftSpace",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeDraftSpace", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeAddressee",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ChallengeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedByLimit = table.Column<bool>(type: "INTEGER", nullable: false),
                    LastStage = table.Column<int>(type: "INTEGER", nullable: false),
                    ScrutinyAskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    GapClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeAddressee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChallengeAddressee_Challenge_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeRuling",
                columns: table => new
                {
                    ChallengeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ToState = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ToSeriousness = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeRuling", x => new { x.ChallengeId, x.Number });
                    table.ForeignKey(
                        name: "FK_ChallengeRuling_Challenge_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeStatement",
                columns: table => new
                {
                    ChallengeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Adequate = table.Column<bool>(type: "INTEGER", nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BySeat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ActionIds = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeStatement", x => new { x.ChallengeId, x.Number });
                    table.ForeignKey(
                        name: "FK_ChallengeStatement_Challenge_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Challenge",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeDraft",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SpaceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeDraft", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChallengeDraft_ChallengeDraftSpace_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "ChallengeDraftSpace",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeDraftKey",
                columns: table => new
                {
                    SpaceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    Iterations = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeDraftKey", x => new { x.SpaceId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ChallengeDraftKey_ChallengeDraftSpace_SpaceId",
                        column: x => x.SpaceId,
                        principalTable: "ChallengeDraftSpace",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ChallengeStage",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddresseeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ChallengeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AskedOf = table.Column<string>(type: "TEXT", nullable: false),
                    AskIds = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedByLimit = table.Column<bool>(type: "INTEGER", nullable: false),
                    AcknowledgeClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    RespondClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AcknowledgedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AcknowledgementMissed = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChallengeStage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChallengeStage_ChallengeAddressee_AddresseeId",
                        column: x => x.AddresseeId,
                        principalTable: "ChallengeAddressee",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Challenge_PartnershipId_Number",
                table: "Challenge",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Challenge_SubjectType_SubjectId",
                table: "Challenge",
                columns: new[] { "SubjectType", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeAddressee_ChallengeId_Seat",
                table: "ChallengeAddressee",
                columns: new[] { "ChallengeId", "Seat" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeDraft_SpaceId",
                table: "ChallengeDraft",
                column: "SpaceId");

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeDraftSpace_PartnershipId_OwnerId",
                table: "ChallengeDraftSpace",
                columns: new[] { "PartnershipId", "OwnerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeStage_AddresseeId_Number",
                table: "ChallengeStage",
                columns: new[] { "AddresseeId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ChallengeStage_ChallengeId",
                table: "ChallengeStage",
                column: "ChallengeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChallengeDraft");

            migrationBuilder.DropTable(
                name: "ChallengeDraftKey");

            migrationBuilder.DropTable(
                name: "ChallengeRuling");

            migrationBuilder.DropTable(
                name: "ChallengeStage");

            migrationBuilder.DropTable(
                name: "ChallengeStatement");

            migrationBuilder.DropTable(
                name: "ChallengeDraftSpace");

            migrationBuilder.DropTable(
                name: "ChallengeAddressee");

            migrationBuilder.DropTable(
                name: "Challenge");
        }
    }
}
