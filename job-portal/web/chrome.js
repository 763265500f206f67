// The cookie switches on top of every page: shown until a choice was saved.

const banner = document.getElementById('cookie-banner');
const CHOICE = 'cookie-choice';

if (banner && !localStorage.getItem(CHOICE)) {
  banner.hidden = false;
  document.getElementById('cookie-save').addEventListener('click', () => {
    const on = [...banner.querySelectorAll('input')].filter((box) => box.checked).map((box) => box.name);
    localStorage.setItem(CHOICE, JSON.stringify(on));
    banner.hidden = true;
  });
}
