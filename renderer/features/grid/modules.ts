import {
  CellApiModule,
  CellStyleModule,
  ColumnApiModule,
  CustomEditorModule,
  EventApiModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  ValidationModule,
} from 'ag-grid-community'

/** Only the parts of AG Grid that are used: each module costs start-up time. */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    RowSelectionModule,
    CellStyleModule,
    RowStyleModule,
    ColumnApiModule,
    CellApiModule,
    RowApiModule,
    RenderApiModule,
    ScrollApiModule,
    CustomEditorModule,
    EventApiModule,
    TooltipModule,
    ...(import.meta.env.DEV ? [ValidationModule] : []),
  ])
}
