using Tutorial;

return await CommandLine.InvokeAsync(args, Demonstration.RunAsync);
