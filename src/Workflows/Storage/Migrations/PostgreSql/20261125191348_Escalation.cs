using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.PostgreSql
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
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Newest = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EscalationLadder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FrontDoor",
                columns: table => new
                {
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    OutOfHours = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    MadeBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    RevokedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Body = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Post = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    PersonId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    IsDeputy = table.Column<bool>(type: "boolean", nullable: false)
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
                    LadderId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ProposedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    AgreedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
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
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    LadderId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    LadderVersion = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    CaseReference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    Concern = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false, collation: "C"),
                    Theme = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    Urgency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    NeededAmount = table.Column<int>(type: "integer", nullable: true),
                    NeededUnit = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: true, collation: "C"),
                    RaisedWith = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    RaisedFor = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    RaiserId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    LinkId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ImmediateRisk = table.Column<bool>(type: "boolean", nullable: false),
                    EnteredAtStage = table.Column<int>(type: "integer", nullable: false),
                    RiskReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true, collation: "C"),
                    RaisedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    NextReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NextIsEscalated = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StatusKeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    InstanceId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ChallengeId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    What = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ClockId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    AskIds = table.Column<List<string>>(type: "text[]", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    OpenKey = table.Column<string>(type: "character varying(97)", maxLength: 97, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ChallengeId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: true, collation: "C"),
                    Held = table.Column<DateOnly>(type: "date", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ById = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ByRaiser = table.Column<bool>(type: "boolean", nullable: false)
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
                    ChallengeId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    AskedOf = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ViaMeeting = table.Column<bool>(type: "boolean", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
