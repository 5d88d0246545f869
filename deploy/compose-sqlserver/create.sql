-- DATABASE_PASSWORD comes from the environment of sqlcmd.
IF DB_ID('governance') IS NULL
    CREATE DATABASE governance;
GO
IF (SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = 'governance') = 0
    ALTER DATABASE governance SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO
IF SUSER_ID('governance') IS NULL
    CREATE LOGIN governance WITH PASSWORD = '$(DATABASE_PASSWORD)';
GO
USE governance;
GO
IF USER_ID('governance') IS NULL
BEGIN
    CREATE USER governance FOR LOGIN governance;
    ALTER ROLE db_owner ADD MEMBER governance;
END
GO
