using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FindKeepAndAttest : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Person",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Attestation",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Quarter = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ClockId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    RemindedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OverdueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attestation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attestation_Partnership_PartnershipId",
                        column: x => x.PartnershipId,
                        principalTable: "Partnership",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Disposal",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NeedsScrutiny = table.Column<bool>(type: "INTEGER", nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ApprovedSeat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ApprovedLevel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ScrutinyBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ScrutinyAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ScrutinyOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WaitsUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ObjectedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ObjectedFor = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    ObjectedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Objection = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disposal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LegalHold",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    PlacedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PlacedFor = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FirstLiftFor = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    FirstLiftBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    FirstLiftAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LiftedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalHold", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutsideApproval",
                columns: table => new
                {
                    PolicyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NotedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    NotedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutsideApproval", x => x.PolicyId);
                    table.ForeignKey(
                        name: "FK_OutsideApproval_PolicyVersion_PolicyId_Number",
                        columns: x => new { x.PolicyId, x.Number },
                        principalTable: "PolicyVersion",
                        principalColumns: new[] { "PolicyId", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonErasure",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Records = table.Column<string>(type: "TEXT", nullable: false),
                    Payloads = table.Column<int>(type: "INTEGER", nullable: false),
                    StoppedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Pseudonym = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonErasure", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RetentionClassVersion",
                columns: table => new
                {
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Starts = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Years = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AgreedBy = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionClassVersion", x => new { x.PartnershipId, x.Key, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "SavedView",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedView", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchAudience",
                columns: table => new
                {
                    Audience = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 96, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchAudience", x => new { x.Key, x.Audience });
                });

            migrationBuilder.CreateTable(
                name: "SearchFill",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Edition = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<string>(type: "TEXT", maxLength: 129, nullable: true),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchFill", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "SearchText",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 129, nullable: false),
                    PageId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Part = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    BodyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    GroupId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Seats = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    PersonId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsEarlier = table.Column<bool>(type: "INTEGER", nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Unless = table.Column<string>(type: "TEXT", maxLength: 96, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchText", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "AttestedAppointment",
                columns: table => new
                {
                    AttestationId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AppointmentId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ApprovalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AttestedAppointment", x => new { x.AttestationId, x.AppointmentId });
                    table.ForeignKey(
                        name: "FK_AttestedAppointment_Appointment_AppointmentId",
                        column: x => x.AppointmentId,
                        principalTable: "Appointment",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AttestedAppointment_Attestation_AttestationId",
                        column: x => x.AttestationId,
                        principalTable: "Attestation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DisposalItem",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DisposalId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PartnershipId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectType = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClassKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ClassVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    WhyNot = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Certificate = table.Column<string>(type: "TEXT", nullable: true),
                    CertificateHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisposalItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisposalItem_Disposal_DisposalId",
                        column: x => x.DisposalId,
                        principalTable: "Disposal",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attestation_PartnershipId_Quarter_Body",
                table: "Attestation",
                columns: new[] { "PartnershipId", "Quarter", "Body" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attestation_State",
                table: "Attestation",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_AttestedAppointment_AppointmentId",
                table: "AttestedAppointment",
                column: "AppointmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Disposal_PartnershipId_State",
                table: "Disposal",
                columns: new[] { "PartnershipId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DisposalItem_DisposalId",
                table: "DisposalItem",
                column: "DisposalId");

            migrationBuilder.CreateIndex(
                name: "IX_DisposalItem_PartnershipId_State",
                table: "DisposalItem",
                columns: new[] { "PartnershipId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_DisposalItem_SubjectType_SubjectId",
                table: "DisposalItem",
                columns: new[] { "SubjectType", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalHold_PartnershipId_LiftedAt",
                table: "LegalHold",
                columns: new[] { "PartnershipId", "LiftedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LegalHold_SubjectType_SubjectId",
                table: "LegalHold",
                columns: new[] { "SubjectType", "SubjectId" });

            migrationBuilder.CreateIndex(
                name: "IX_OutsideApproval_PolicyId_Number",
                table: "OutsideApproval",
                columns: new[] { "PolicyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonErasure_PersonId",
                table: "PersonErasure",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PersonErasure_State",
                table: "PersonErasure",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_SavedView_PersonId_PartnershipId_Name",
                table: "SavedView",
                columns: new[] { "PersonId", "PartnershipId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchText_Kind_SubjectId_Part_PartnershipId",
                table: "SearchText",
                columns: new[] { "Kind", "SubjectId", "Part", "PartnershipId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchText_PartnershipId_At_Number",
                table: "SearchText",
                columns: new[] { "PartnershipId", "At", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchText_PersonId",
                table: "SearchText",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AttestedAppointment");

            migrationBuilder.DropTable(
                name: "DisposalItem");

            migrationBuilder.DropTable(
                name: "LegalHold");

            migrationBuilder.DropTable(
                name: "OutsideApproval");

            migrationBuilder.DropTable(
                name: "PersonErasure");

            migrationBuilder.DropTable(
                name: "RetentionClassVersion");

            migrationBuilder.DropTable(
                name: "SavedView");

            migrationBuilder.DropTable(
                name: "SearchAudience");

            migrationBuilder.DropTable(
                name: "SearchFill");

            migrationBuilder.DropTable(
                name: "SearchText");

            migrationBuilder.DropTable(
                name: "Attestation");

            migrationBuilder.DropTable(
                name: "Disposal");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Person");
        }
    }
}
