namespace Governance.Modules.Search;

/// <summary>
/// Letters of Europe's languages with accents, and the plain ones that people type for them. A list of our own: the service runs without
/// the tables that would take letters apart, and PostgreSQL has none without an extension.
/// </summary>
internal static class Accents
{
    public const string Written =
        "ÀÁÂÃÄÅĀĂĄÇĆČĎÈÉÊËĒĖĘĚÌÍÎÏĪĮŁÑŃŇÒÓÔÕÖØŌŐŔŘŚŞŠŤÙÚÛÜŪŮŰÝŸŹŻŽàáâãäåāăąçćčďèéêëēėęěìíîïīįłñńňòóôõöøōőŕřśşšťùúûüūůűýÿźżž";

    public const string Plain =
        "AAAAAAAAACCCDEEEEEEEEIIIIIILNNNOOOOOOOORRSSSTUUUUUUUYYZZZaaaaaaaaacccdeeeeeeeeiiiiiilnnnoooooooorrssstuuuuuuuyyzzz";

    public static char Without(char letter) =>
        letter < 'À' || Written.IndexOf(letter, StringComparison.Ordinal) is not (>= 0 and var at)
            ? letter
            : Plain[at];
}
