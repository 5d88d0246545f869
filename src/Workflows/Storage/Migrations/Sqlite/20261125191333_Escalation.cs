using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Escalation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EscalationLadder",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Newest = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationLadder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FrontDoor",
                columns: table => new
                {
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OutOfHours = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FrontDoor", x => x.PartnershipId);
                    table.ForeignKey(
                        name: "FK_FrontDoor_Partnership_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RaisingLink",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    KeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RevokedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RaisingLink", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RaisingLink_Partnership_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StageContact",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Post = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    IsDeputy = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StageContact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StageContact_Partnership_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EscalationLadderVersion",
                columns: table => new
                {
                    LadderId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationLadderVersion", x => new { x.LadderId, x.Number });
                    table.ForeignKey(
                        name: "FK_EscalationLadderVersion_EscalationLadder_LadderId",
                        column: x => x.LadderId,
                        principalTable: "EscalationLadder",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Escalation",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    LadderId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    LadderVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    CaseReference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Concern = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    Theme = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    Urgency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NeededAmount = table.Column<int>(type: "INTEGER", nullable: true),
                    NeededUnit = table.Column<string>(type: "TEXT", maxLength: 16, nullable: true),
                    RaisedWith = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RaisedFor = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    RaiserId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LinkId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ImmediateRisk = table.Column<bool>(type: "INTEGER", nullable: false),
                    EnteredAtStage = table.Column<int>(type: "INTEGER", nullable: false),
                    RiskReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    NextReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextIsEscalated = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StatusKeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    InstanceId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Escalation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Escalation_EscalationLadderVersion_LadderId_LadderVersion",
                        columns: x => new { x.LadderId, x.LadderVersion },
                        principalTable: "EscalationLadderVersion",
                        principalColumns: new[] { "LadderId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EscalationDuty",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ChallengeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskIds = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenKey = table.Column<string>(type: "TEXT", maxLength: 97, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationDuty", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EscalationDuty_Escalation_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Escalation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EscalationEntry",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ChallengeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    Held = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ByRaiser = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EscalationEntry_Escalation_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Escalation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EscalationStage",
                columns: table => new
                {
                    ChallengeId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    AskedOf = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ViaMeeting = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationStage", x => new { x.ChallengeId, x.Number });
                    table.ForeignKey(
                        name: "FK_EscalationStage_Escalation_ChallengeId",
                        column: x => x.ChallengeId,
                        principalTable: "Escalation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Escalation_LadderId_LadderVersion",
                table: "Escalation",
                columns: new[] { "LadderId", "LadderVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalation_PartnershipId_Number",
                table: "Escalation",
                columns: new[] { "PartnershipId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Escalation_RaiserId",
                table: "Escalation",
                column: "RaiserId");

            migrationBuilder.CreateIndex(
                name: "IX_Escalation_StatusKeyHash",
                table: "Escalation",
                column: "StatusKeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EscalationDuty_ChallengeId_Stage",
                table: "EscalationDuty",
                columns: new[] { "ChallengeId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_EscalationDuty_OpenKey",
                table: "EscalationDuty",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EscalationEntry_ChallengeId_Stage",
                table: "EscalationEntry",
                columns: new[] { "ChallengeId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_EscalationLadder_PartnershipId_Key",
                table: "EscalationLadder",
                columns: new[] { "PartnershipId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RaisingLink_KeyHash",
                table: "RaisingLink",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RaisingLink_PartnershipId_Body",
                table: "RaisingLink",
                columns: new[] { "PartnershipId", "Body" });

            migrationBuilder.CreateIndex(
                name: "IX_StageContact_PartnershipId_Body",
                table: "StageContact",
                columns: new[] { "PartnershipId", "Body" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EscalationDuty");

            migrationBuilder.DropTable(
                name: "EscalationEntry");

            migrationBuilder.DropTable(
                name: "EscalationStage");

            migrationBuilder.DropTable(
                name: "FrontDoor");

            migrationBuilder.DropTable(
                name: "RaisingLink");

            migrationBuilder.DropTable(
                name: "StageContact");

            migrationBuilder.DropTable(
                name: "Escalation");

            migrationBuilder.DropTable(
                name: "EscalationLadderVersion");

            migrationBuilder.DropTable(
                name: "EscalationLadder");
        }
    }
}
