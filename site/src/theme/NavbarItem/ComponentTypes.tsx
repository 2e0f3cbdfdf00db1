import SearchNavbarItem from '@theme/NavbarItem/SearchNavbarItem'
import Languages from './Languages.tsx'

/** The kinds of navbar items in use; the theme's others would be loaded for nothing. */
export default { search: SearchNavbarItem, 'custom-languages': Languages }
