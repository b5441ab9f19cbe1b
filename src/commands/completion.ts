// carecast completion: a script that lets bash or zsh ask carecast what a half-written command line may go on with.
import type { CommandModule } from 'yargs'
import { SHELLS, type Shell, shellScript } from './completion-script.ts'

/** What a shell's script calls carecast with, before the words of the line; no verb, so that help does not show it. */
export const ASKED_BY_SHELL = '--complete-words'

/** Describes the command to yargs. */
export function completionCommand(): CommandModule<object, { shell: Shell | undefined }> {
  return {
    command: 'completion [shell]',
    describe: 'Print what makes the Tab key complete carecast in a shell',
    builder: (parser) =>
      parser
        .positional('shell', {
          choices: SHELLS,
          describe: 'the shell; if it is not named, that of $SHELL, or bash',
        })
        .example('$0 completion >> ~/.bashrc', 'bash: from the next shell on')
        .example('$0 completion zsh >> ~/.zshrc', 'zsh, after its compinit if there is one')
        .epilogue(
          'It completes carecast and npx carecast: commands, options, scenarios, councils, packages and interventions.',
        ),
    handler: ({ shell }) => {
      process.stdout.write(shellScript(shell ?? shellOf(process.env)))
    },
  }
}

function shellOf({ SHELL = '' }: NodeJS.ProcessEnv): Shell {
  return SHELL.endsWith('zsh') ? 'zsh' : 'bash'
}
