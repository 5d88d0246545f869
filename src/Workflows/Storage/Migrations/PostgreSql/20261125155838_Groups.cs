using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Governance.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Groups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "GroupId",
                table: "Ask",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "CalendarFeed",
                columns: table => new
                {
                    PersonId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    KeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeed", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_CalendarFeed_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TaskAndFinishGroup",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Purpose = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false, collation: "C"),
                    Scope = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    DecisionId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    CommissionedBy = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    Sunset = table.Column<DateOnly>(type: "date", nullable: false),
                    ReportEvery = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    IsClosingDown = table.Column<bool>(type: "boolean", nullable: false),
                    ViceChairId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ChairIsInterim = table.Column<bool>(type: "boolean", nullable: false),
                    ChairLeavesOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ChairLeavesGroup = table.Column<bool>(type: "boolean", nullable: false),
                    VacantSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NewestTerms = table.Column<int>(type: "integer", nullable: false),
                    ApprovedTerms = table.Column<int>(type: "integer", nullable: true),
                    LastTask = table.Column<int>(type: "integer", nullable: false),
                    LastReport = table.Column<int>(type: "integer", nullable: false),
                    LastClosure = table.Column<int>(type: "integer", nullable: false),
                    ReportsMissed = table.Column<int>(type: "integer", nullable: false),
                    InstanceId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    Lessons = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IsOver = table.Column<bool>(type: "boolean", nullable: false),
                    Deliverables = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskAndFinishGroup", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GroupClosure",
                columns: table => new
                {
                    GroupId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Lessons = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ProposedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Deliverables = table.Column<string>(type: "jsonb", nullable: true),
                    Outstanding = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupClosure", x => new { x.GroupId, x.Number });
                    table.ForeignKey(
                        name: "FK_GroupClosure_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupDuty",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    GroupId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    What = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    ClockId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    AskId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    IsLate = table.Column<bool>(type: "boolean", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true, collation: "C"),
                    OpenKey = table.Column<string>(type: "character varying(97)", maxLength: 97, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupDuty", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupDuty_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupMembership",
                columns: table => new
                {
                    AppointmentId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    GroupId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PersonId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    AgencyId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Expert = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    LeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupMembership", x => x.AppointmentId);
                    table.ForeignKey(
                        name: "FK_GroupMembership_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupTask",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    GroupId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    OwnerId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    ClockId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Rolls = table.Column<int>(type: "integer", nullable: false),
                    EscalatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    BlockedReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Evidence = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    EndReason = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    OwnerLeftAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AskId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IsFinished = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTask", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupTask_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TermsOfReference",
                columns: table => new
                {
                    GroupId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    PartnershipId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false, collation: "C"),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ReviewOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SavedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    ApprovedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ApprovedBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    ApprovedForSeat = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TermsOfReference", x => new { x.GroupId, x.Number });
                    table.ForeignKey(
                        name: "FK_TermsOfReference_TaskAndFinishGroup_GroupId",
                        column: x => x.GroupId,
                        principalTable: "TaskAndFinishGroup",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupTaskDependency",
                columns: table => new
                {
                    TaskId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    DependsOnId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    GroupId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTaskDependency", x => new { x.TaskId, x.DependsOnId });
                    table.ForeignKey(
                        name: "FK_GroupTaskDependency_GroupTask_DependsOnId",
                        column: x => x.DependsOnId,
                        principalTable: "GroupTask",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GroupTaskDependency_GroupTask_TaskId",
                        column: x => x.TaskId,
                        principalTable: "GroupTask",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GroupTaskUpdate",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    TaskId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    GroupId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    PersonId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true, collation: "C"),
                    OldDue = table.Column<DateOnly>(type: "date", nullable: true),
                    NewDue = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroupTaskUpdate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GroupTaskUpdate_GroupTask_TaskId",
                        column: x => x.TaskId,
                        principalTable: "GroupTask",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeed_KeyHash",
                table: "CalendarFeed",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupDuty_GroupId_What_Number",
                table: "GroupDuty",
                columns: new[] { "GroupId", "What", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupDuty_OpenKey",
                table: "GroupDuty",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupDuty_State",
                table: "GroupDuty",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_GroupMembership_GroupId",
                table: "GroupMembership",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_ClockId",
                table: "GroupTask",
                column: "ClockId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_GroupId_IsFinished_Due_Id",
                table: "GroupTask",
                columns: new[] { "GroupId", "IsFinished", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_GroupId_Number",
                table: "GroupTask",
                columns: new[] { "GroupId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_GroupId_State_Due_Id",
                table: "GroupTask",
                columns: new[] { "GroupId", "State", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTask_OwnerId_IsFinished_Due_Id",
                table: "GroupTask",
                columns: new[] { "OwnerId", "IsFinished", "Due", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskDependency_DependsOnId",
                table: "GroupTaskDependency",
                column: "DependsOnId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskDependency_GroupId",
                table: "GroupTaskDependency",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskUpdate_GroupId_Id",
                table: "GroupTaskUpdate",
                columns: new[] { "GroupId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_GroupTaskUpdate_TaskId_Id",
                table: "GroupTaskUpdate",
                columns: new[] { "TaskId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_TaskAndFinishGroup_DecisionId",
                table: "TaskAndFinishGroup",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_TaskAndFinishGroup_PartnershipId_IsOver_Id",
                table: "TaskAndFinishGroup",
                columns: new[] { "PartnershipId", "IsOver", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarFeed");

            migrationBuilder.DropTable(
                name: "GroupClosure");

            migrationBuilder.DropTable(
                name: "GroupDuty");

            migrationBuilder.DropTable(
                name: "GroupMembership");

            migrationBuilder.DropTable(
                name: "GroupTaskDependency");

            migrationBuilder.DropTable(
                name: "GroupTaskUpdate");

            migrationBuilder.DropTable(
                name: "TermsOfReference");

            migrationBuilder.DropTable(
                name: "GroupTask");

            migrationBuilder.DropTable(
                name: "TaskAndFinishGroup");

            migrationBuilder.DropColumn(
                name: "GroupId",
                table: "Ask");
        }
    }
}
