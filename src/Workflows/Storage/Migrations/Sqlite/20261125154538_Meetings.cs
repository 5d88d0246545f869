using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Meetings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MeetingAction",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    MeetingId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DecisionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OwnerName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Verifier = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    VerifierName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: true),
                    CalendarVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompletedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    VerifiedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Returns = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingAction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MeetingBody",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ParentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    TermsOfReference = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Frequency = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OnlyKey = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DissolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DissolvedReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    QuorumKind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    QuorumSeats = table.Column<string>(type: "TEXT", nullable: true),
                    QuorumAtLeast = table.Column<int>(type: "INTEGER", nullable: true),
                    QuorumPlaces = table.Column<string>(type: "TEXT", nullable: true),
                    QuorumDiscretion = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingBody", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingBody_MeetingBody_ParentId",
                        column: x => x.ParentId,
                        principalTable: "MeetingBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingBody_Partnership_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Paper",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ForId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Circulated = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Paper", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PaperContent",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperContent", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "BodyMember",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Capacity = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Seat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    AgencyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BodyMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BodyMember_MeetingBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "MeetingBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BodyMember_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Decision",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MeetingId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ProcedureId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Dissent = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Discretion = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SupersedesId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Decision_MeetingBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "MeetingBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Meeting",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    StartsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PlannedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CirculatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meeting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Meeting_MeetingBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "MeetingBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WrittenProcedure",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 10000, nullable: false),
                    WorkingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    OverAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OverReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DecisionId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WrittenProcedure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WrittenProcedure_MeetingBody_BodyId",
                        column: x => x.BodyId,
                        principalTable: "MeetingBody",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaperVersion",
                columns: table => new
                {
                    PaperId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperVersion", x => new { x.PaperId, x.Number });
                    table.ForeignKey(
                        name: "FK_PaperVersion_PaperContent_Hash",
                        column: x => x.Hash,
                        principalTable: "PaperContent",
                        principalColumn: "Hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperVersion_Paper_PaperId",
                        column: x => x.PaperId,
                        principalTable: "Paper",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AgendaItem",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MeetingId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItem_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AttendanceEntry",
                columns: table => new
                {
                    MeetingId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    PlaceName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    DeputyForId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DeputyForName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttendanceEntry", x => new { x.MeetingId, x.Number });
                    table.ForeignKey(
                        name: "FK_AttendanceEntry_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemDeclaration",
                columns: table => new
                {
                    MeetingId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Nature = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Withdraws = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NotedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemDeclaration", x => new { x.MeetingId, x.Number });
                    table.ForeignKey(
                        name: "FK_ItemDeclaration_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeetingMinutes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    BodyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgreedAtMeetingId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AgreedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublicText = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    PublicHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingMinutes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingMinutes_Meeting_Id",
                        column: x => x.Id,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProcedurePlace",
                columns: table => new
                {
                    ProcedureId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Agrees = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProcedurePlace", x => new { x.ProcedureId, x.Place });
                    table.ForeignKey(
                        name: "FK_ProcedurePlace_WrittenProcedure_ProcedureId",
                        column: x => x.ProcedureId,
                        principalTable: "WrittenProcedure",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItem_MeetingId_Number",
                table: "AgendaItem",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BodyMember_BodyId",
                table: "BodyMember",
                column: "BodyId");

            migrationBuilder.CreateIndex(
                name: "IX_BodyMember_PartnershipId_PersonId",
                table: "BodyMember",
                columns: new[] { "PartnershipId", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_BodyMember_PersonId",
                table: "BodyMember",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Decision_BodyId_Number",
                table: "Decision",
                columns: new[] { "BodyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_Decision_MeetingId",
                table: "Decision",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Decision_PartnershipId_Number",
                table: "Decision",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Decision_SupersedesId",
                table: "Decision",
                column: "SupersedesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Meeting_BodyId_StartsAt_Id",
                table: "Meeting",
                columns: new[] { "BodyId", "StartsAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Meeting_PartnershipId_StartsAt_Id",
                table: "Meeting",
                columns: new[] { "PartnershipId", "StartsAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAction_BodyId_DueAt_Id",
                table: "MeetingAction",
                columns: new[] { "BodyId", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAction_DecisionId",
                table: "MeetingAction",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAction_MeetingId",
                table: "MeetingAction",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAction_PartnershipId_Number",
                table: "MeetingAction",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAction_PartnershipId_Owner_DueAt_Id",
                table: "MeetingAction",
                columns: new[] { "PartnershipId", "Owner", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAction_PartnershipId_State_DueAt_Id",
                table: "MeetingAction",
                columns: new[] { "PartnershipId", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingAction_PartnershipId_Verifier_DueAt_Id",
                table: "MeetingAction",
                columns: new[] { "PartnershipId", "Verifier", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingBody_OnlyKey",
                table: "MeetingBody",
                column: "OnlyKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingBody_ParentId",
                table: "MeetingBody",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingBody_PartnershipId_Id",
                table: "MeetingBody",
                columns: new[] { "PartnershipId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MeetingMinutes_PartnershipId_State_Id",
                table: "MeetingMinutes",
                columns: new[] { "PartnershipId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Paper_ForId_Number",
                table: "Paper",
                columns: new[] { "ForId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaperVersion_Hash",
                table: "PaperVersion",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_WrittenProcedure_BodyId_State",
                table: "WrittenProcedure",
                columns: new[] { "BodyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_WrittenProcedure_PartnershipId_Id",
                table: "WrittenProcedure",
                columns: new[] { "PartnershipId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AgendaItem");

            migrationBuilder.DropTable(
                name: "AttendanceEntry");

            migrationBuilder.DropTable(
                name: "BodyMember");

            migrationBuilder.DropTable(
                name: "Decision");

            migrationBuilder.DropTable(
                name: "ItemDeclaration");

            migrationBuilder.DropTable(
                name: "MeetingAction");

            migrationBuilder.DropTable(
                name: "MeetingMinutes");

            migrationBuilder.DropTable(
                name: "PaperVersion");

            migrationBuilder.DropTable(
                name: "ProcedurePlace");

            migrationBuilder.DropTable(
                name: "Meeting");

            migrationBuilder.DropTable(
                name: "PaperContent");

            migrationBuilder.DropTable(
                name: "Paper");

            migrationBuilder.DropTable(
                name: "WrittenProcedure");

            migrationBuilder.DropTable(
                name: "MeetingBody");
        }
    }
}
