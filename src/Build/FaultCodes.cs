namespace StateMachineGen.Build;

/// <summary>The codes of the errors that this assembly's tasks report; StateMachineGen.targets has SMGB006, SMGB011 and SMGB012.</summary>
internal static class FaultCodes
{
    /// <summary>The compiled assembly cannot be read.</summary>
    public const string UnreadableAssembly = "SMGB001";

    /// <summary>A type has only one of the two constants that the generator emits, or one without a name.</summary>
    public const string IncompleteMachine = "SMGB002";

    /// <summary>A machine's name cannot be the name of a file.</summary>
    public const string NameIsNoFileName = "SMGB003";

    /// <summary>Two machines of one assembly would write one file.</summary>
    public const string DuplicateName = "SMGB004";

    /// <summary>A file cannot be read or written.</summary>
    public const string FileAccess = "SMGB005";

    /// <summary>A machine has different definitions in different target frameworks.</summary>
    public const string FrameworksDisagree = "SMGB007";

    /// <summary>A machine has no checked-in file.</summary>
    public const string CheckedInFileMissing = "SMGB008";

    /// <summary>A checked-in file differs from the machine's definition.</summary>
    public const string CheckedInFileStale = "SMGB009";

    /// <summary>A checked-in file belongs to no machine.</summary>
    public const string CheckedInFileLeftOver = "SMGB010";
}
