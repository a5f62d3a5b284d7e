/** What the client can do, read once from its initialization. */
import type { InitializeParams } from 'vscode-languageserver';
import type { Presentation } from './convert.js';
import type { InitializationOptions } from './protocol.js';

export interface ClientTraits {
  readonly options: InitializationOptions;
  readonly pullsConfiguration: boolean;
  readonly registersConfigurationChanges: boolean;
  readonly registersWatchedFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly documentChanges: boolean;
  readonly createsFiles: boolean;
  readonly appliesEdits: boolean;
  readonly presentation: Presentation;
  readonly literalCodeActions: boolean;
  readonly preferredCodeActions: boolean;
}

export function traitsOf({ capabilities, initializationOptions }: InitializeParams): ClientTraits {
  const { workspace, textDocument } = capabilities;
  const options: InitializationOptions = isObject(initializationOptions) ? initializationOptions : {};
  return {
    options,
    pullsConfiguration: workspace?.configuration === true,
    registersConfigurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    appliesEdits: workspace?.applyEdit === true,
    presentation: {
      rulePages: textDocument?.publishDiagnostics?.codeDescriptionSupport === true ? options.rulePages : undefined,
      relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    },
    literalCodeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    preferredCodeActions: textDocument?.codeAction?.isPreferredSupport === true,
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
