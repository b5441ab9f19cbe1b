// The scripts that carecast completion prints. They hold no names: the carecast that is called says what can follow, so that
// nothing is out of date, and npx carecast is completed like carecast.

export const SHELLS = ['bash', 'zsh'] as const

export type Shell = (typeof SHELLS)[number]

/** Returns what the startup file of a shell takes. */
export function shellScript(shell: Shell): string {
  return `# Completion of carecast and npx carecast; made by: carecast completion ${shell}\n${SCRIPTS[shell]}`
}

// bash 3.2, which macOS has, knows no mapfile. Whatever completed npx before goes on with other lines of npx.
const BASH = `_carecast_answers() {
  COMPREPLY=()
  local answer
  while IFS= read -r answer; do COMPREPLY+=("$answer"); done < <("$@" 2>/dev/null)
}
_carecast() {
  _carecast_answers "\${COMP_WORDS[0]/#\\~/$HOME}" --complete-words "\${COMP_WORDS[@]:1:COMP_CWORD}"
}
_carecast_npx() {
  local at=1
  while [[ $at -lt $COMP_CWORD && \${COMP_WORDS[at]} == -* ]]; do at=$((at + 1)); done
  if [[ $at -lt $COMP_CWORD && \${COMP_WORDS[at]} == carecast ]]; then
    _carecast_answers npx --no -- carecast --complete-words "\${COMP_WORDS[@]:at+1:COMP_CWORD-at}"
  elif [[ -n $_carecast_npx_before ]]; then
    "$_carecast_npx_before" "$@"
  elif [[ $at -eq $COMP_CWORD && carecast == "\${COMP_WORDS[at]}"* ]]; then
    COMPREPLY=(carecast)
  else
    COMPREPLY=()
  fi
}
_carecast_npx_before=$(complete -p npx 2>/dev/null | sed -n 's/.*-F \\([^ ]*\\) .*/\\1/p')
[[ $_carecast_npx_before == _carecast_npx ]] && _carecast_npx_before=
complete -o filenames -o bashdefault -o default -F _carecast carecast
complete -o filenames -o bashdefault -o default -F _carecast_npx npx
`

// Without answers a file is wanted, as in bash. Other lines of npx get what they had.
const ZSH = `(( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
_carecast_answers() {
  local -a answers
  answers=("\${(@f)$("$@" 2>/dev/null)}")
  answers=("\${(@)answers:#}")
  if (( $#answers )); then compadd -U -- "\${answers[@]}"; else _files; fi
}
_carecast() {
  _carecast_answers "\${(Q)words[1]/#\\~/$HOME}" --complete-words "\${(@)words[2,CURRENT]}"
}
_carecast_npx() {
  local at=2
  while (( at < CURRENT )) && [[ $words[at] == -* ]]; do (( at++ )); done
  if (( at < CURRENT )) && [[ $words[at] == carecast ]]; then
    _carecast_answers npx --no -- carecast --complete-words "\${(@)words[at+1,CURRENT]}"
  elif [[ -n $_carecast_npx_before ]]; then
    $_carecast_npx_before "$@"
  else
    compadd carecast
    _files
  fi
}
_carecast_npx_before=\${_comps[npx]}
[[ $_carecast_npx_before == _carecast_npx ]] && _carecast_npx_before=
compdef _carecast carecast
compdef _carecast_npx npx
`

const SCRIPTS: Record<Shell, string> = { bash: BASH, zsh: ZSH }
